import { claim, container, placeRef, transport } from '../../domain/claim.ts';
import type { DocumentRef, EquipmentRef, TrackingEvent, TransportRef } from '../../domain/tracking-event.ts';
import { airCargoOf, toldByAir } from './by-air.ts';
import { cabotageOf, movesOfCabotage, movesOfOther } from './further-uses.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';
import { DAY_MS, timeOf } from './time-of.ts';
import { cargoOf, movesOf, type Cargo, type Ends, type Move } from './use-of-boxes.ts';

/** Something that truly happened, or was truly expected, with what it belongs to: what the service has to find out. */
export interface TrueClaim {
  readonly event: TrackingEvent;
  /** The use of the box, over all boxes; null for what is told of papers and runs. */
  readonly use: number | null;
  readonly round: number;
}

export interface TrueStory {
  readonly boxes: number;
  readonly cargoes: readonly Cargo[];
  readonly claims: readonly TrueClaim[];
  /** Trips without any paper beside others, with gates untold: whose a move without papers was, nothing can tell. */
  readonly isBlurred: boolean;
}

const START = Date.parse('2026-01-05T00:00:00Z');
/** The day on which the ship leaves, a few hours after the last box was loaded. */
const SAILED = 4.6;
/** Every round goes one way, mostly the other than the one before; by ship over the hub, by rail straight. */
const PLACES = {
  OUT: { SHIP: [[0, 'CNNBO'], [10, 'SGSIN'], [20, 'NLRTM'], [29, 'DEDUI']], RAIL: [[0, 'CNNBO'], [10, 'DEDUI']] },
  BACK: { SHIP: [[0, 'DEDUI'], [1.5, 'NLRTM'], [10, 'SGSIN'], [20, 'CNNBO']], RAIL: [[0, 'DEDUI'], [10, 'CNNBO']] },
} as const; // prettier-ignore
type Way = keyof typeof PLACES;

/** One to three boxes on one to three rounds: each round some of them travel together, some alone. */
export function trueStory(random: Random, names: Names): TrueStory {
  const boxes = random.pick([1, 1, 1, 2, 2, 3] as const);
  const missing = random.pick([0, 0.1, 0.3] as const);
  const cargoes: Cargo[] = [];
  const claims: TrueClaim[] = [];
  /** Boxes of their shippers 自备箱; and those that wait where they were emptied. */
  const owned = new Set([...Array(boxes).keys()].filter(() => random.chance(0.1)));
  let emptied = new Set<number>(owned);
  let uses = 0;
  let begin = START + random.between(0, 60) * DAY_MS;
  let way: Way = 'OUT';
  for (let round: number = random.pick([1, 2, 2, 3] as const); round > 0; round -= 1) {
    const add = (event: TrackingEvent, use: number | null, of = round) => claims.push({ event, use, round: of });
    const addUse = (cargo: Cargo, box: number, moves: readonly Move[]) => {
      for (const event of toldOfBox(cargo, names.box(box), moves, { begin, way, missing }, random)) add(event, uses);
      uses += 1;
    };
    const addAir = (cargo: Cargo, accepted: number) => {
      const { own, others } = toldByAir(cargo, cargoes.indexOf(cargo), names, accepted, random);
      for (const event of own) add(event, null);
      for (const event of others) add(event, null, NOBODYS);
    };
    const left = new Set<number>();
    for (const group of grouped(boxes, random)) {
      const made = cargoOf(random, names, cargoes.length, group.length, round);
      // The box that takes over is one a round.
      const isTaken = cargoes.some(({ isSwapped, round: of }) => isSwapped && of === round);
      const cargo = isTaken ? { ...made, isSwapped: false } : made;
      cargoes.push(cargo);
      for (const box of group) {
        const ends = endsOf(cargo, { isOwned: owned.has(box), isEmptied: emptied.has(box) }, random);
        addUse(cargo, box, movesOf(cargo, ends, random));
        if (ends.ends === 'EMPTIED') {
          const within = owned.has(box) || random.chance(0.6) ? null : cabotageOf(names, cargoes.length, round);
          if (within) {
            cargoes.push(within);
            addUse(within, box, movesOfCabotage(within));
          } else left.add(box);
        }
        if (ends.ends === 'RETURNED' && missing === 0 && random.chance(0.15))
          for (const event of offHire(names.box(box), begin, way)) add(event, null);
        if (cargo.isSwapped) addUse(cargo, boxes + round - 1, movesOfOther(cargo, random));
      }
      const listed = group.map((box) => names.box(box));
      const other = cargo.isSwapped ? names.box(boxes + round - 1) : null;
      for (const event of toldOfPapers(cargo, listed, other, names.order(), { begin, way }, random)) add(event, null);
      addAir(cargo, begin + 13.5 * DAY_MS);
    }
    if (random.chance(0.2)) {
      const flown = airCargoOf(names, cargoes.length, round);
      cargoes.push(flown);
      addAir(flown, begin + random.between(0, 20) * DAY_MS);
    }
    if (way === 'OUT' && cargoes.some((cargo) => cargo.kind === 'SEA' && cargo.round === round) && random.chance(0.4))
      for (const event of callsOf(names.ship(), begin, random)) add(event, null);
    begin += random.between(36, 75) * DAY_MS;
    emptied = left;
    if (left.size > 0 || random.chance(0.3)) way = way === 'OUT' ? 'BACK' : 'OUT';
  }
  const isBlurred = missing > 0 && cargoes.some(({ kind }) => kind === 'ANONYMOUS');
  return { boxes, cargoes, claims, isBlurred };
} // prettier-ignore

/** What is no round's. */
const NOBODYS = -1;

/** A box that was emptied is filled there again; one of the shipper's own is never seen by a depot. */
function endsOf(cargo: Cargo, { isOwned, isEmptied }: { isOwned: boolean; isEmptied: boolean }, random: Random): Ends {
  const begins = isOwned || isEmptied ? 'FILLED' : 'PICKED_UP';
  if (isOwned) return { begins, ends: 'EMPTIED' };
  const isAtHub = cargo.awb !== null || cargo.isSwapped;
  return { begins, ends: random.pick(['RETURNED', 'RETURNED', 'RETURNED', 'RETURNED', 'UNTOLD', isAtHub ? 'RETURNED' : 'EMPTIED'] as const) };
} // prettier-ignore

function placeOn(day: number, way: Way, kind: Cargo['kind'] = 'SEA') {
  const places = PLACES[way][kind === 'RAIL' ? 'RAIL' : 'SHIP'];
  return placeRef({ unLocode: places.findLast(([from]) => day >= from)?.[1] ?? null });
}

/** All boxes under one bill, or each its own way. */
function grouped(boxes: number, random: Random): number[][] {
  const all = [...Array(boxes).keys()];
  return random.chance(0.5) ? [all] : all.map((box) => [box]);
}

interface Telling {
  readonly begin: number;
  readonly way: Way;
  /** Of the moves that may be missing so many are. */
  readonly missing: number;
}

function toldOfBox(cargo: Cargo, box: EquipmentRef, moves: readonly Move[], { begin, way, missing }: Telling, random: Random): TrackingEvent[] {
  const events: TrackingEvent[] = [];
  const jitter = () => random.between(0, 240) * 60_000;
  for (const { code, loadState, day, documents, on, mayBeMissing } of moves) {
    if (mayBeMissing && random.chance(missing)) continue;
    const time = timeOf(begin + day * DAY_MS + jitter());
    const event = claim({ code, classifier: 'ACTUAL', time, place: placeOn(day, way, cargo.kind), equipment: box, loadState, transport: on, documents });
    events.push(event);
    // A part load is loaded and discharged with the box that holds it, and told under its own bill.
    if (cargo.otherBill && on?.mode === 'VESSEL') events.push({ ...event, documents: [cargo.otherBill] });
  }
  if (cargo.kind === 'CABOTAGE') return events;
  const expected = (documents: readonly DocumentRef[], day: number) =>
    claim({ code: 'DISCHARGED', classifier: 'ESTIMATED', time: timeOf(begin + day * DAY_MS + jitter()), equipment: box, documents });
  if (cargo.bill && random.chance(0.3)) events.push(expected([cargo.bill], 19));
  if (!cargo.isSwapped && random.chance(0.15)) events.push(expected([], random.between(5, 31)));
  return events;
} // prettier-ignore

/** A leased box goes back to its lessor 退租: empty, under no paper, on nobody's use. */
function offHire(box: EquipmentRef, begin: number, way: Way): TrackingEvent[] {
  const moved = (code: 'GATED_OUT' | 'GATED_IN', day: number) =>
    claim({ code, classifier: 'ACTUAL', time: timeOf(begin + day * DAY_MS), place: placeOn(day, way), equipment: box, loadState: 'EMPTY' });
  return [moved('GATED_OUT', 35), moved('GATED_IN', 35.2)];
} // prettier-ignore

/** What is told of the cargo's papers, and of the ship that carries it. */
function toldOfPapers(
  { kind, booking, bill, otherBill, houses, declaration, railNote, awb, sailing, rolledFrom, train, wagon }: Cargo,
  boxes: readonly EquipmentRef[],
  other: EquipmentRef | null,
  order: DocumentRef,
  { begin, way }: Pick<Telling, 'begin' | 'way'>,
  random: Random,
): TrackingEvent[] {
  const events: TrackingEvent[] = [];
  const add = (day: number, given: Pick<TrackingEvent, 'code'> & Partial<TrackingEvent>) =>
    events.push(claim({ classifier: 'ACTUAL', time: timeOf(begin + day * DAY_MS), ...given }));
  const contents = () => (random.chance(0.7) ? boxes : []);
  if (booking) {
    const documents = random.chance(0.3) ? [booking, order] : [booking];
    add(-2, { code: 'BOOKING_CONFIRMED', documents });
  }
  if (bill) {
    const named = booking && random.chance(0.85) ? [bill, booking] : [bill];
    const papers = awb ? [...named, awb] : named;
    add(5, { code: 'BL_ISSUED', documents: random.chance(0.2) ? [...papers, order] : papers, contents: contents() });
    if (other) add(12.5, { code: 'BL_AMENDED', documents: [bill], contents: [other] });
  }
  // Rolled 甩柜: it was planned for the sailing before.
  if (bill && random.chance(0.15)) add(3, { code: 'DEPARTED', classifier: 'PLANNED', documents: [bill], transport: rolledFrom, place: placeOn(3, way) });
  if (otherBill) add(5, { code: 'BL_ISSUED', documents: [otherBill], contents: contents() });
  houses.forEach((house, index) => {
    const own = houses.length > 1 ? boxes.filter((_, at) => at % 2 === index) : boxes;
    add(6, { code: 'BL_ISSUED', documents: bill ? [house, bill] : [house], contents: random.chance(0.7) ? own : [] });
  });
  const declared = houses[0] ?? bill;
  if (declaration && declared) add(18, { code: 'DECL_RELEASED', documents: [declaration, declared] });
  if (railNote) add(3, { code: 'CONSIGNMENT_NOTE_ISSUED', documents: [railNote], contents: contents() });
  if (kind === 'SEA' && random.chance(0.6)) {
    add(SAILED, { code: 'DEPARTED', transport: sailing });
    add(10.5, { code: 'ARRIVED', transport: sailing });
  }
  if (railNote && random.chance(0.5)) add(17, { code: 'PASSED', transport: train });
  if (railNote && wagon) {
    // What the railway tells of the wagon, without its train; the last is of another load.
    const [from, to] = kind === 'RAIL' ? [4, 16] : [26, 29];
    const told = { equipment: container(wagon, { kind: 'WAGON' }), transport: transport({ mode: 'RAIL', wagon }) };
    add(from + 0.4, { code: 'DEPARTED', place: placeRef({ unLocode: 'SGSIN' }), ...told });
    if (random.chance(0.5)) add(to - 1, { code: 'PASSED', place: placeRef({ unLocode: 'NLRTM' }), ...told });
    if (random.chance(0.5)) add(to + 3, { code: 'DEPARTED', place: placeRef({ unLocode: 'NLRTM' }), ...told });
  }
  return events;
} // prettier-ignore

/** What the positions of the ship show of its calls, some of which nobody saw. It is known by what it is, not by its voyage. */
function callsOf(ship: TransportRef, begin: number, random: Random): TrackingEvent[] {
  const calls = [
    [3, 'ARRIVED', 'CNNBO'], [3.5, 'BERTHED', 'CNNBO'], [SAILED, 'DEPARTED', 'CNNBO'], [10.2, 'ARRIVED', 'SGSIN'],
    [12, 'DEPARTED', 'SGSIN'], [19.5, 'ARRIVED', 'NLRTM'], [21.5, 'DEPARTED', 'NLRTM'],
  ] as const;
  return calls
    .filter(() => random.chance(0.8))
    .map(([day, code, unLocode]) =>
      claim({ code, classifier: 'ACTUAL', time: timeOf(begin + day * DAY_MS), place: placeRef({ unLocode }), transport: ship }),
    );
} // prettier-ignore
