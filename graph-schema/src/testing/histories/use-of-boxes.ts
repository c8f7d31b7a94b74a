import type { EventCode } from '../../domain/event-code.ts';
import type { DocumentRef, LoadState, TransportRef } from '../../domain/tracking-event.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';

/** The papers and runs of one cargo. */
export interface Cargo {
  /** Cargoes of one round are on their way at the same time, on the same ship if they are on one. */
  readonly round: number;
  readonly kind: 'SEA' | 'RAIL' | 'ANONYMOUS';
  readonly booking: DocumentRef | null;
  readonly bill: DocumentRef | null;
  /** Loaded into the same box beside it: a part load under a bill of its own. */
  readonly otherBill: DocumentRef | null;
  readonly houses: readonly DocumentRef[];
  readonly declaration: DocumentRef | null;
  /** The note of the train that it is on, before or after the ship or alone. */
  readonly railNote: DocumentRef | null;
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

export function cargoOf(random: Random, names: Names, index: number, boxes: number, round: number): Cargo {
  const kind = random.pick(['SEA', 'SEA', 'SEA', 'SEA', 'SEA', 'RAIL', 'ANONYMOUS'] as const);
  const isSea = kind === 'SEA';
  const bill = isSea ? names.bill(index * 4) : null;
  const houses = isSea && random.chance(0.25) ? [names.house(index * 4), names.house(index * 4 + 1)].slice(0, random.between(1, 2)) : [];
  return {
    kind,
    bill,
    booking: isSea && random.chance(0.8) ? names.booking(index) : null,
    otherBill: isSea && boxes === 1 && houses.length === 0 && random.chance(0.15) ? names.bill(index * 4 + 1) : null,
    houses,
    declaration: isSea && random.chance(0.5) ? names.declaration(index) : null,
    railNote: kind === 'RAIL' || (isSea && random.chance(0.2)) ? names.railNote(index) : null,
    round,
    sailing: names.sailing(round),
    rolledFrom: names.rolledFrom(round),
    onward: isSea && random.chance(0.3) ? names.onward(index) : null,
    train: names.train(index),
    wagon: random.chance(0.5) ? names.wagon(index) : null,
  };
} // prettier-ignore

/** What really happens to one box on one use, in order; the last day is that of its return. */
export function movesOf(cargo: Cargo, random: Random): Move[] {
  const { kind, bill, booking, railNote, sailing, onward, wagon, houses } = cargo;
  const train = wagon === null ? cargo.train : { ...cargo.train, wagon };
  const none: readonly DocumentRef[] = [];
  const gate = booking && random.chance(0.5) ? [booking] : none;
  const [house] = houses;
  const carried = bill ? (house && random.chance(0.3) ? [house, bill] : [bill]) : none;
  const moves: Move[] = [];
  const add = (day: number, code: EventCode, loadState: LoadState | null, documents = none, on: TransportRef | null = null) =>
    moves.push({ day, code, loadState, documents, on, mayBeMissing: on === null && !(railNote && loadState === 'EMPTY') });
  if (booking && random.chance(0.2)) add(0, 'EMPTY_RELEASED', 'EMPTY', [booking]);
  add(0.2, 'GATED_OUT', 'EMPTY', gate);
  if (random.chance(0.25)) add(1, 'STUFFED', 'FULL');
  add(2, 'GATED_IN', 'FULL', gate);
  if (kind === 'RAIL') {
    add(4, 'LOADED', 'FULL', railNote ? [railNote] : none, train);
    add(16, 'DISCHARGED', 'FULL', railNote ? [railNote] : none, train);
  } else {
    const last = onward ?? sailing;
    add(4, 'LOADED', 'FULL', carried, sailing);
    if (onward) {
      add(11, 'DISCHARGED', 'FULL', carried, sailing);
      add(14, 'LOADED', 'FULL', carried, onward);
    }
    add(20, 'DISCHARGED', 'FULL', carried, last);
    if (railNote) {
      add(22, 'LOADED', 'FULL', [railNote], train);
      add(28, 'DISCHARGED', 'FULL', [railNote], train);
    }
  }
  add(30, 'GATED_OUT', 'FULL', bill && random.chance(0.3) ? [bill] : none);
  if (random.chance(0.2)) add(32, 'STRIPPED', 'EMPTY');
  add(34, 'GATED_IN', 'EMPTY');
  return moves;
} // prettier-ignore
