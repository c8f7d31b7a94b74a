import type { EventCode } from '../../domain/event-code.ts';
import type { DocumentRef, LoadState, TransportRef } from '../../domain/tracking-event.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';

/** The papers and runs of one cargo. */
export interface Cargo {
  /** Cargoes of one round are on their way at the same time, on the same ship if they are on one. */
  readonly round: number;
  readonly kind: 'SEA' | 'RAIL' | 'ANONYMOUS' | 'CABOTAGE' | 'AIR';
  readonly booking: DocumentRef | null;
  readonly bill: DocumentRef | null;
  /** Loaded into the same box beside it: a part load under a bill of its own. */
  readonly otherBill: DocumentRef | null;
  readonly houses: readonly DocumentRef[];
  readonly declaration: DocumentRef | null;
  /** The note of the train that it is on, before or after the ship or alone. */
  readonly railNote: DocumentRef | null;
  /** Of cargo within one country, in a box that was emptied there 内贸. */
  readonly roadNote: DocumentRef | null;
  /** It flies: all the way without a box, or from the hub on where its box is emptied 海空联运. */
  readonly awb: DocumentRef | null;
  /** At the hub it goes over into another box 换箱. */
  readonly isSwapped: boolean;
  readonly sailing: TransportRef;
  /** A sailing that it was planned for, and did not take. */
  readonly rolledFrom: TransportRef;
  /** The second ship, from the hub on. */
  readonly onward: TransportRef | null;
  readonly train: TransportRef;
  /** The wagons of the train on which its boxes stand, one for all of a cargo; null: nobody names it. */
  readonly wagon: string | null;
}

/** A move of a box, on a day of its use. */
export interface Move {
  readonly code: EventCode;
  readonly loadState: LoadState | null;
  readonly day: number;
  readonly documents: readonly DocumentRef[];
  readonly on: TransportRef | null;
  /**
   * Gate moves get lost in real life; loads and discharges with their bill are what carriers always send. Where a train
   * meets a ship only an empty box tells two cargoes from one.
   */
  readonly mayBeMissing: boolean;
}

/** How the box comes to a use, and what becomes of it behind. */
export interface Ends {
  /** FILLED: where it was emptied before, or by the shipper who owns it. No depot sees it. */
  readonly begins: 'PICKED_UP' | 'FILLED';
  /** UNTOLD: brought back, and nobody says so. EMPTIED: it stays where it was emptied, to be filled again. */
  readonly ends: 'RETURNED' | 'UNTOLD' | 'EMPTIED';
}

export function cargoOf(random: Random, names: Names, index: number, boxes: number, round: number): Cargo {
  const kind = random.pick(['SEA', 'SEA', 'SEA', 'SEA', 'SEA', 'RAIL', 'ANONYMOUS'] as const);
  const isSea = kind === 'SEA';
  const bill = isSea ? names.bill(index * 4) : null;
  const flies = isSea && random.chance(0.12);
  const houses = isSea && !flies && random.chance(0.25) ? [names.house(index * 4), names.house(index * 4 + 1)].slice(0, random.between(1, 2)) : [];
  const otherBill = isSea && !flies && boxes === 1 && houses.length === 0 && random.chance(0.15) ? names.bill(index * 4 + 1) : null;
  const onward = isSea && !flies && random.chance(0.3) ? names.onward(index) : null;
  const railNote = kind === 'RAIL' || (isSea && !flies && random.chance(0.2)) ? names.railNote(index) : null;
  return {
    ...noPapers(names, index, round),
    kind,
    bill,
    booking: isSea && random.chance(0.8) ? names.booking(index) : null,
    otherBill,
    houses,
    declaration: isSea && random.chance(0.5) ? names.declaration(index) : null,
    railNote,
    awb: flies ? names.awb(index) : null,
    isSwapped: onward !== null && railNote === null && boxes === 1 && otherBill === null && random.chance(0.4),
    onward,
    wagon: random.chance(0.5) ? names.wagon(index) : null,
  };
} // prettier-ignore

/** Cargo that no paper is known of yet. */
export function noPapers(names: Names, index: number, round: number): Cargo {
  return {
    kind: 'ANONYMOUS',
    round,
    booking: null,
    bill: null,
    otherBill: null,
    houses: [],
    declaration: null,
    railNote: null,
    roadNote: null,
    awb: null,
    isSwapped: false,
    sailing: names.sailing(round),
    rolledFrom: names.rolledFrom(round),
    onward: null,
    train: names.train(index),
    wagon: null,
  };
}

/** What really happens to one box on one use, in order; the last day is that of its return. */
export function movesOf(cargo: Cargo, { begins, ends }: Ends, random: Random): Move[] {
  const { kind, bill, booking, railNote, sailing, onward, wagon, houses } = cargo;
  const train = wagon === null ? cargo.train : { ...cargo.train, wagon };
  const none: readonly DocumentRef[] = [];
  const gate = booking && random.chance(0.5) ? [booking] : none;
  const [house] = houses;
  const carried = bill ? (house && random.chance(0.3) ? [house, bill] : [bill]) : none;
  const moves: Move[] = [];
  const add = (day: number, code: EventCode, loadState: LoadState | null, documents = none, on: TransportRef | null = null) =>
    moves.push({ day, code, loadState, documents, on, mayBeMissing: on === null && !(railNote && loadState === 'EMPTY') });
  /** Nobody may lose it: only this tells one use from the next. */
  const surely = (day: number, code: EventCode, loadState: LoadState) =>
    moves.push({ day, code, loadState, documents: none, on: null, mayBeMissing: false });
  const back = (day: number) => {
    // What is delivered is often emptied a day or two later.
    if (bill && random.chance(0.15)) add(day - 3.5, 'DELIVERED', 'FULL', [bill]);
    if (ends === 'EMPTIED') surely(day - 2, 'STRIPPED', 'EMPTY');
    else if (random.chance(0.2)) add(day - 2, 'STRIPPED', 'EMPTY');
    if (ends === 'RETURNED') add(day, 'GATED_IN', 'EMPTY');
    return moves;
  };
  if (begins === 'PICKED_UP') {
    if (booking && random.chance(0.2)) add(0, 'EMPTY_RELEASED', 'EMPTY', [booking]);
    add(0.2, 'GATED_OUT', 'EMPTY', gate);
  }
  if (begins === 'FILLED' || random.chance(0.25)) add(1, 'STUFFED', 'FULL', begins === 'FILLED' ? gate : none);
  add(2, 'GATED_IN', 'FULL', gate);
  if (kind === 'RAIL') {
    add(4, 'LOADED', 'FULL', railNote ? [railNote] : none, train);
    add(16, 'DISCHARGED', 'FULL', railNote ? [railNote] : none, train);
  } else {
    add(4, 'LOADED', 'FULL', carried, sailing);
    if (onward || cargo.awb) add(11, 'DISCHARGED', 'FULL', carried, sailing);
    if (cargo.isSwapped) {
      surely(12, 'STRIPPED', 'EMPTY');
      if (ends !== 'UNTOLD') add(13, 'GATED_IN', 'EMPTY');
      return moves;
    }
    if (cargo.awb) {
      add(12, 'GATED_OUT', 'FULL');
      return back(15);
    }
    if (onward) add(12, 'LOADED', 'FULL', carried, onward);
    add(onward ? 25 : 20, 'DISCHARGED', 'FULL', carried, onward ?? sailing);
    if (railNote) {
      add(26, 'LOADED', 'FULL', [railNote], train);
      add(29, 'DISCHARGED', 'FULL', [railNote], train);
    }
  }
  add(30, 'GATED_OUT', 'FULL', bill && random.chance(0.3) ? [bill] : none);
  return back(34);
} // prettier-ignore
