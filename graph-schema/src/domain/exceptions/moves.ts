import { inTime, placeOf, type Milestone } from '../journey/milestone.ts';
import type { PlaceRef } from '../tracking-event.ts';

/** The milestone by which all of several boxes have done something; null while one has not. */
export function lastOfAll(
  boxes: readonly (string | null)[],
  done: (box: string | null) => Milestone | null,
): Milestone | null {
  const found = boxes.map(done);
  const told = found.filter((m) => m !== null).sort(inTime);
  return told.length === found.length ? (told.at(-1) ?? null) : null;
}

export function at(milestone: Milestone): number {
  return Date.parse(milestone.time.instant);
}

export function idsOf(milestone: Milestone | null): string[] {
  return milestone ? milestone.claims.map((claim) => claim.id) : [];
}

/** Whether two places are one for all that is known: by UN/LOCODE where both have one. */
export function isSamePlace(a: PlaceRef | null, b: PlaceRef | null): boolean {
  if (!a || !b) return false;
  return a.unLocode !== null && b.unLocode !== null ? a.unLocode === b.unLocode : placeOf(a) === placeOf(b);
}

/** Whether two places are surely not one: told in the same way, and different. */
export function isElsewhere(a: PlaceRef | null, b: PlaceRef | null): boolean {
  const areTold = a !== null && b !== null && (a.unLocode === null) === (b.unLocode === null);
  return areTold && !isSamePlace(a, b);
}
