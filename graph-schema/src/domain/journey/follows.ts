import type { PlaceRef } from '../tracking-event.ts';
import type { Leg } from './legs.ts';
import { placeOf } from './milestone.ts';

/** Whether a leg goes on where another ended, as opposed to carrying another part of the cargo beside it. */
export function follows(leg: Leg, other: Leg): boolean {
  if (placeOf(leg.from) === placeOf(other.from)) return false;
  return isOfSame(leg.containers, other.containers);
}

/** What names no box is told of all. */
export function isOfSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((box) => b.includes(box));
}

/** Two places, and no two names of one town. */
export function apart(a: PlaceRef, b: PlaceRef): boolean {
  return placeOf(a) !== placeOf(b) && !sameTown(a, b);
}

/** A station or office that resolved to the same UN/LOCODE lies in the same place for this purpose. */
function sameTown(a: PlaceRef, b: PlaceRef): boolean {
  return a.unLocode !== null && a.unLocode === b.unLocode;
}
