import { claim, container, documentRef, placeRef, transport } from '../../src/domain/claim.ts';
import { EVENT_CODES, type EventCode } from '../../src/domain/event-code.ts';
import { splitKey, type CargoDocumentScheme, type IdentifierKey } from '../../src/domain/identifier.ts';
import type { RetractionMark, SaidClaim } from '../../src/domain/known/standing-at.ts';
import type { SourceProfile } from '../../src/domain/source.ts';
import type {
  EquipmentRef,
  LoadState,
  Measurement,
  PlaceRef,
  TransportRef,
} from '../../src/domain/tracking-event.ts';
import { eventId } from '../../src/identity/event-id.ts';
import { told } from '../../src/testing/journey-story.ts';
import { sampleGazetteer } from '../../src/testing/sample-gazetteer.ts';
import { SHIPS } from './sample-world.ts';

/**
 * A story is told line by line, as messages would say it:
 *
 *   line   = [ "~" | "?" ] who when where CODE *word        ~ estimated, ? planned, else actual
 *   who    = kind of source, `TERMINAL`, or one of several, `TERMINAL#2`
 *   when   = "2026-07-01 09:00" | "2026-07-01"              wall clock of the place
 *   where  = "CNNBO" | "CNNBO/BLCT3" | "CNNBO/BLCT3/4" (its berth) | "RAIL:XAP" | "OFFICE:3104" | "IATA:CGO" | "-"
 *   word   = box | "WAGON:" no | "EMPTY" | "FULL" | paper | "on" run | "to" where | "from" where | "lists" *box | 5/10 pieces
 *          | "kg" weight | "set" degrees | "reads" degrees | "heard" instant | "as" thread "v" version [ "instead" ] | "seal" s | "because" reason | "raw" code
 *   run    = SHIP/voyage | "barge" SHIP/voyage | "train" no@date | "flight" no@date | "wagon" no; "in" no: the wagon of the train
 *   or     = "CANCEL" thread "v" version "heard" instant    takes back what the thread said up to that version
 */
export interface Told {
  readonly claims: readonly SaidClaim[];
  readonly retractions: readonly RetractionMark[];
}

export function tell(text: string): Told {
  const claims = new Map<string, SaidClaim>();
  const retractions: RetractionMark[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const tokens = line.split(/\s+/);
    if (tokens[0] === 'CANCEL') retractions.push(cancellation(tokens));
    else {
      const said = saidIn(tokens, line);
      const before = claims.get(said.id);
      claims.set(said.id, before ? { ...before, said: [...before.said, ...said.said] } : said);
    }
  }
  return { claims: [...claims.values()], retractions };
}

function cancellation([, thread = '', version = '', , day, clock]: readonly string[]): RetractionMark {
  return {
    thread,
    cancelled: Number(version.slice(1)),
    replaced: -1,
    receivedAt: instantOf(`${day} ${clock}`),
  };
}

/** What is said beside who, when, where and what. */
interface Words {
  box: string | null;
  wagon: string | null;
  load: LoadState | null;
  readonly papers: IdentifierKey[];
  readonly listed: string[];
  readonly seals: string[];
  run: TransportRef | null;
  to: PlaceRef | null;
  from: PlaceRef | null;
  pieces: readonly [number, number] | null;
  heard: string | null;
  thread: string | null;
  version: number;
  replaces: boolean;
  reason: string | null;
  raw: string | null;
  kg: number | null;
  readonly measured: Measurement[];
}

const BOX = /^[A-Z]{4}\d{7}$/;

function saidIn(tokens: string[], line: string): SaidClaim {
  const mark = tokens[0] === '~' || tokens[0] === '?' ? tokens.shift() : null;
  const who = tokens.shift() ?? '';
  const day = tokens.shift() ?? '';
  const clock = /^\d\d:\d\d$/.test(tokens[0] ?? '') ? ` ${tokens.shift()}` : '';
  const where = placeIn(tokens.shift() ?? '-');
  const code = tokens.shift() as EventCode;
  if (!EVENT_CODES.includes(code)) throw new Error(`no code ${code} in: ${line}`);
  const words = wordsOf(tokens, line);
  const kind = who.split('#')[0] as SourceProfile['kind'];
  const base = told(kind, code, `${day}${clock}`, where, {
    classifier: mark === '~' ? 'ESTIMATED' : mark === '?' ? 'PLANNED' : 'ACTUAL',
    ...(words.heard === null ? {} : { heard: words.heard }),
  });
  const event = claim({
    ...base.event,
    equipment: equipmentOf(words),
    loadState: words.load,
    transport: words.run,
    documents: words.papers.map((key) => {
      const { scheme, value } = splitKey(key);
      return documentRef(scheme as CargoDocumentScheme, value);
    }),
    contents: words.listed.map((box) => container(box)),
    quantity: words.pieces === null && words.kg === null ? null : { pieces: words.pieces?.[0] ?? null, ofPieces: words.pieces?.[1] ?? null, grossKg: words.kg }, // prettier-ignore
    measurements: words.measured,
    from: words.from,
    to: words.to,
    reason: words.reason === null ? null : { scheme: null, code: words.reason, text: null },
    rawCode: words.raw,
  });
  const [first] = base.voices;
  if (!first) throw new Error('a story has voices');
  const voice = { ...first, source: { ...first.source, id: who.toLowerCase(), name: who } };
  const { thread, version, replaces } = words;
  return { id: eventId(event), event, said: [{ voice, thread, version, replaces }] };
}

function wordsOf(tokens: string[], line: string): Words {
  const words: Words = {
    box: null, wagon: null, load: null, papers: [], listed: [], seals: [], run: null, to: null, from: null, pieces: null, heard: null,
    thread: null, version: 0, replaces: false, reason: null, raw: null, kg: null, measured: [],
  }; // prettier-ignore
  const take = () => {
    const next = tokens.shift();
    if (next === undefined) throw new Error(`something is missing at the end of: ${line}`);
    return next;
  };
  while (tokens.length > 0) {
    const word = take();
    if (BOX.test(word)) words.box = word;
    else if (word === 'EMPTY' || word === 'FULL') words.load = word;
    else if (word.startsWith('WAGON:')) words.wagon = word.slice('WAGON:'.length);
    else if (word === 'on') words.run = runIn(take(), take);
    else if (word === 'in') words.run = { ...(words.run ?? transport({ mode: 'RAIL' })), wagon: take() };
    else if (word === 'to') words.to = placeIn(take());
    else if (word === 'from') words.from = placeIn(take());
    else if (word === 'lists') while (BOX.test(tokens[0] ?? '')) words.listed.push(take());
    else if (word === 'heard') words.heard = instantOf(`${take()} ${take()}`);
    else if (word === 'as') words.thread = take();
    else if (/^v\d+$/.test(word)) words.version = Number(word.slice(1));
    else if (word === 'instead') words.replaces = true;
    else if (word === 'seal') words.seals.push(take());
    else if (word === 'because') words.reason = take();
    else if (word === 'raw') words.raw = take();
    else if (word === 'kg') words.kg = Number(take());
    else if (word === 'set' || word === 'reads') words.measured.push(degreesOf(word, take()));
    else if (/^\d+\/\d+$/.test(word)) words.pieces = word.split('/').map(Number) as [number, number];
    else if (/^[A-Z_]+:\S+$/.test(word)) words.papers.push(word as IdentifierKey);
    else throw new Error(`nobody says „${word}“ in: ${line}`);
  }
  return words;
}

function equipmentOf({ box, wagon, seals }: Words): EquipmentRef | null {
  if (wagon !== null) return container(wagon, { kind: 'WAGON' });
  return box === null ? null : { ...container(box), seals };
}

function runIn(word: string, take: () => string): TransportRef {
  if (word === 'wagon') return transport({ mode: 'RAIL', wagon: take() });
  if (word === 'train' || word === 'flight') {
    const [number = '', departureDate = null] = take().split('@');
    return word === 'train'
      ? transport({ mode: 'RAIL', train: number, departureDate })
      : transport({ mode: 'AIR', flight: number, departureDate });
  }
  const mode = word === 'barge' ? 'BARGE' : 'VESSEL';
  const [vesselName = '', voyage = null] = (mode === 'BARGE' ? take() : word).split('/');
  return transport({ mode, vesselName, voyage, vesselImo: SHIPS.get(vesselName) ?? null });
}

function placeIn(word: string): PlaceRef | null {
  if (word === '-') return null;
  const [scheme, code = ''] = word.split(':');
  if (scheme === 'RAIL') return placeRef({ railStation: code });
  if (scheme === 'OFFICE') return placeRef({ customsOffice: code });
  if (scheme === 'IATA') {
    const airport = sampleGazetteer.findAirport(code);
    const unLocode = airport?.unLocode ?? null;
    return placeRef({ unLocode, facility: { scheme: 'IATA', code } });
  }
  if (scheme === 'NAMED') return placeRef({ raw: code.replaceAll('_', ' ') });
  const [unLocode = '', terminal, berth = null] = word.split('/');
  return placeRef({ unLocode, facility: terminal ? { scheme: 'LOCAL', code: terminal } : null, berth });
}

/** `2026-07-01 09:00`, UTC. */
function instantOf(text: string): string {
  return `${text.replace(' ', 'T')}:00Z`;
}

function degreesOf(word: string, value: string): Measurement {
  return {
    kind: word === 'set' ? 'SET_POINT' : 'TEMPERATURE',
    name: null,
    value: Number(value),
    unit: 'Cel',
  };
}
