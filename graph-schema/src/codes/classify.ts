import { normaliseText, compactNumber } from './parsed.ts';
import { awbCandidates, flightCandidates } from './classification/air.ts';
import type { KnownNumbers, NumberCandidate, Reading, Repair, Rule } from './classification/candidate.ts';
import {
  eighteenCandidates,
  foreignCandidates,
  manifestCandidates,
  transitCandidates,
} from './classification/customs.ts';
import { containerCandidates, truckCandidates, uldCandidates } from './classification/equipment.ts';
import { freeCandidates } from './classification/free.ts';
import { oceanBillCandidates, oceanBillPairCandidates, shipCandidates } from './classification/ocean.ts';
import { PLATE_PROVINCES } from './truck-plate.ts';
import { railNoteCandidates, trainCandidates, wagonCandidates } from './classification/rail.ts';

export { nearMisses, type NearMiss } from './near-misses.ts';
export {
  REPAIRS,
  type CheckDigit,
  type KnownNumbers,
  type NumberCandidate,
  type Repair,
} from './classification/candidate.ts';

/** Where confidence is equal, the earlier rule goes first. */
const RULES: readonly Rule[] = [
  containerCandidates, awbCandidates, shipCandidates, eighteenCandidates, oceanBillCandidates, oceanBillPairCandidates,
  transitCandidates, wagonCandidates, manifestCandidates, uldCandidates, foreignCandidates, flightCandidates,
  trainCandidates, truckCandidates, railNoteCandidates, freeCandidates,
]; // prettier-ignore

/** No number is longer, separators and a label in front included; longer text is prose. */
const LONGEST_TEXT = 256;

/** What people paste with a number: `提单号：`, `Container No.:`, `B/L #`. A province's 汉字 begins a plate, not a label. */
const LABEL = new RegExp(
  `^(?:\\p{Script=Han}{2,10}?\\s*[:#]?\\s*(?=[${PLATE_PROVINCES}][A-Z][A-Z0-9]|[A-Z0-9@(])|[A-Z][A-Z/. ]{1,24}[:#](?!/)\\s*(?=\\S))`,
  'u',
);

/**
 * Everything that a number may be, best first: check digit before known prefix before shape. Empty for text that is no
 * number at all. Never throws; takes time in proportion to the text.
 */
export function classifyNumber(raw: string, known?: KnownNumbers): NumberCandidate[] {
  if (raw.length > LONGEST_TEXT) return [];
  const normal = normaliseText(raw);
  const labelled = normal.replace(LABEL, '');
  const text = labelled === '' ? normal : labelled;
  const reading: Reading = {
    compact: compactNumber(text),
    text: text.replace(/[\s\u200B-\u200D\u2060]/g, '').replace(/[‐-―−]/g, '-'),
    known: known ?? {},
  };
  const fullWidth = raw.normalize('NFKC') !== raw.normalize('NFC');
  const best = new Map<string, NumberCandidate>();
  for (const found of RULES.flatMap((rule) => rule(reading))) {
    const key = `${found.scheme}:${found.value}`;
    const earlier = best.get(key);
    if (!earlier || earlier.confidence < found.confidence) best.set(key, found);
  }
  return [...best.values()]
    .sort((left, right) => right.confidence - left.confidence)
    .map((found) => withTextRepairs(found, normal, reading, fullWidth));
}

/** Adds what was done to the whole text, where this candidate's value shows it. */
function withTextRepairs(
  found: NumberCandidate,
  normal: string,
  { compact }: Reading,
  fullWidth: boolean,
): NumberCandidate {
  const repairs: Repair[] = [...found.repairs];
  if (normal !== compact && normal !== found.value) repairs.push('SEPARATORS_REMOVED');
  if (fullWidth) repairs.push('FULL_WIDTH_NORMALISED');
  return { ...found, confidence: Math.round(found.confidence * 1000) / 1000, repairs };
}
