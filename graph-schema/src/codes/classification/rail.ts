import { parseAarCar } from '../aar-car.ts';
import { parseRailNote, railNoteKinds } from '../rail-note.ts';
import { parseTrainNumber } from '../train.ts';
import { hasUicCountry, parseUicWagon } from '../uic-wagon.ts';
import { parseWagon1520 } from '../wagon-1520.ts';
import { parseChinaWagon } from '../wagon-cn.ts';
import { parseImo } from '../imo.ts';
import { candidate, type NumberCandidate, type Reading } from './candidate.ts';

/** Rules (c) and (f): 12 digits with a good Luhn digit and a country are a UIC wagon; 7 digits after the IMO number. */
export function wagonCandidates({ compact }: Reading): readonly NumberCandidate[] {
  const found: NumberCandidate[] = [];
  const uic = parseUicWagon(compact);
  if (uic.ok) found.push(candidate('WAGON', uic.value, hasUicCountry(uic.value) ? 0.92 : 0.4, 'PASS'));
  else if (uic.problem === 'BAD_CHECK_DIGIT') {
    found.push(candidate('WAGON', uic.value, hasUicCountry(uic.value) ? 0.15 : 0.08, 'FAIL'));
  }
  const broad = parseWagon1520(compact);
  if (broad.ok) found.push(candidate('WAGON', broad.value, 0.75, 'PASS'));
  else if (broad.problem === 'BAD_CHECK_DIGIT') found.push(candidate('WAGON', broad.value, 0.2, 'FAIL'));
  const chinese = parseChinaWagon(compact);
  if (chinese.ok) found.push(candidate('WAGON', chinese.value, chinaWagonConfidence(compact)));
  const american = parseAarCar(compact);
  if (american.ok) found.push(candidate('WAGON', american.value, 0.25));
  return found;
}

function chinaWagonConfidence(compact: string): number {
  if (/^\d{7}$/.test(compact)) return parseImo(compact).ok ? 0.35 : 0.6;
  // A type has a model number (`C70`, `X6K`); letters alone look like a bill of lading more than like a wagon.
  return /^[A-Z]+\d{7}$/.test(compact) ? 0.2 : 0.8;
}

/** `X8001`, or with its day `X8001@2026-11-01`. */
export function trainCandidates({ text }: Reading): readonly NumberCandidate[] {
  const [, number = '', date] = /^([^@]+)(?:@(\d{4}-\d\d-\d\d))?$/.exec(text) ?? [];
  const train = parseTrainNumber(number);
  if (!train.ok) return [];
  if (date !== undefined) return [candidate('TRAIN_RUN', `${train.value}@${date}`, 0.97)];
  if (/^X\d{4}$/.test(train.value)) return [candidate('TRAIN_RUN', train.value, 0.75)];
  return [candidate('TRAIN_RUN', train.value, /^[A-Z]/.test(train.value) ? 0.45 : 0.22)];
}

export function railNoteCandidates({ compact }: Reading): readonly NumberCandidate[] {
  const note = parseRailNote(compact);
  if (!note.ok) return [];
  return [candidate('RAIL_NOTE', note.value, railNoteKinds(note.value).includes('SMGS') ? 0.3 : 0.24)];
}
