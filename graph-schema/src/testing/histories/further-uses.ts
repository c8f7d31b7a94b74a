import type { DocumentRef } from '../../domain/tracking-event.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';
import { noPapers, type Cargo, type Move } from './use-of-boxes.ts';

/** The box that takes over at the hub 换箱: from its empty pick-up there to its return, under the bill of the other. */
export function movesOfOther({ bill, onward }: Cargo, random: Random): Move[] {
  const none: readonly DocumentRef[] = [];
  const carried = bill ? [bill] : none;
  const gate = { loadState: 'EMPTY', documents: none, on: null, mayBeMissing: true } as const;
  const full = { loadState: 'FULL', documents: carried, on: onward, mayBeMissing: false } as const;
  return [
    { ...gate, day: 11.6, code: 'GATED_OUT' },
    { ...full, day: 12.4, code: 'STUFFED', on: null, documents: random.chance(0.5) ? carried : none, mayBeMissing: true },
    { ...full, day: 13, code: 'LOADED' },
    { ...full, day: 26, code: 'DISCHARGED' },
    { ...full, day: 30, code: 'GATED_OUT', on: null, documents: none, mayBeMissing: true },
    { ...gate, day: 34, code: 'GATED_IN' },
  ];
} // prettier-ignore

/** Cargo within one country, put into the box where it was emptied 内贸: under a road note, and for somebody else. */
export function cabotageOf(names: Names, index: number, round: number): Cargo {
  return { ...noPapers(names, index, round), kind: 'CABOTAGE', roadNote: names.roadNote(index) };
}

/** The box goes back empty from where that cargo was brought. */
export function movesOfCabotage({ roadNote }: Cargo): Move[] {
  const documents = roadNote ? [roadNote] : [];
  const told = { loadState: 'FULL', documents, on: null, mayBeMissing: false } as const;
  return [
    { ...told, day: 32.6, code: 'STUFFED' },
    { ...told, day: 33.6, code: 'DELIVERED' },
    { ...told, day: 34.6, code: 'GATED_IN', loadState: 'EMPTY', documents: [], mayBeMissing: true },
  ];
}
