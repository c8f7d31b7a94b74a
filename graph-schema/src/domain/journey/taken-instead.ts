import { splitKey, type IdentifierKey } from '../identifier.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { isElsewhere, isSamePlace } from './destination.ts';
import type { RunSaid } from './run-said.ts';

/**
 * Runs that are planned and that the cargo does not take, each with the one that it goes on instead. What would bring it to
 * a run that it does not take is looked at again: one may fall with the other.
 */
export function missedRuns(runs: readonly RunSaid[]): ReadonlyMap<IdentifierKey, IdentifierKey> {
  const missed = new Map<IdentifierKey, IdentifierKey>();
  let before = -1;
  while (missed.size > before) {
    before = missed.size;
    const standing = runs.filter(({ run }) => !missed.has(run));
    for (const run of standing) {
      const by = run.isPlanOnly && !run.isPart ? takenBy(run, runs, standing) : null;
      if (by) missed.set(run.run, by);
    }
  }
  return missed;
}

/** The run that all boxes concerned go on instead; null while one of them may still go as planned. */
function takenBy(
  missed: RunSaid,
  runs: readonly RunSaid[],
  standing: readonly RunSaid[],
): IdentifierKey | null {
  const others = runs.filter((other) => other.run !== missed.run && isInstead(missed, other, standing));
  const taken = missed.boxes.map((box) => {
    const own = others.filter(
      (other) => box === null || other.boxes.includes(box) || other.boxes.includes(null),
    );
    const aboard = own.find((other) => !other.isPlanOnly);
    const [later] = own
      .filter((other) => other.isPlanOnly)
      .sort((a, b) => (b.plannedAt ?? 0) - (a.plannedAt ?? 0) || (a.run < b.run ? -1 : 1));
    return (aboard ?? later)?.run ?? null;
  });
  return taken.every((run) => run !== null) ? (taken[0] ?? null) : null;
}

function isInstead(missed: RunSaid, other: RunSaid, standing: readonly RunSaid[]): boolean {
  if (isSameStep(missed, other)) return !other.isPlanOnly || isPlannedLater(missed, other);
  if (!missed.from || !other.from || !isElsewhere(missed.from, other.from)) return false;
  return hasGone(missed, other, standing) || (isReplanned(missed, other) && isPlannedLater(missed, other));
}

/** Both leave from one place; where that is not told of the one, both go to one. */
function isSameStep(missed: RunSaid, other: RunSaid): boolean {
  if (missed.from && other.from) return isSamePlace(missed.from, other.from);
  return !missed.from && missed.to !== null && other.to !== null && isSamePlace(missed.to, other.to);
}

function isPlannedLater(missed: RunSaid, other: RunSaid): boolean {
  return (
    (other.plannedAt ?? -1) > missed.saidAt && mayBeOfSameCargo(missed.papers, other.papers) && !other.isPart
  );
}

/**
 * What went aboard elsewhere after the planned one was to leave did not take that one, unless the plan brings it to where it
 * went aboard, or to something else that may have brought it there. What came off where the plan ends did not either.
 */
function hasGone(missed: RunSaid, other: RunSaid, standing: readonly RunSaid[]): boolean {
  if (other.isPlanOnly || !other.from || !missed.end) return false;
  const isSameEnd = other.end !== null && isSamePlace(missed.end, other.end);
  if (isSameEnd && other.isOver) return true;
  const [leaves, boarded] = [missed.leavesAt, other.boardedAt];
  if (leaves === null || boarded === null || leaves > boarded) return false;
  return isSameEnd || (isElsewhere(missed.end, other.from) && !leadsOn(missed.end, standing));
}

function leadsOn(place: PlaceRef, standing: readonly RunSaid[]): boolean {
  return standing.some(({ from }) => from !== null && !isElsewhere(from, place));
}

/**
 * One who planned the one way to a place plans another to it, from elsewhere. What he tells at once are parts of one way;
 * what another tells may be a part of the way that the first knows nothing of.
 */
function isReplanned(missed: RunSaid, other: RunSaid): boolean {
  if (!missed.end || !other.end || !isSamePlace(missed.end, other.end)) return false;
  return [...missed.planners].some(([source, former]) => {
    const words = other.planners.get(source);
    return words !== undefined && [...former].every((at) => !words.has(at) && at < Math.max(...words));
  });
}

/** Two bookings may be planned apart: what names different papers of one kind is of different cargo. */
export function mayBeOfSameCargo(a: readonly IdentifierKey[], b: readonly IdentifierKey[]): boolean {
  const kinds = new Set(a.map((key) => splitKey(key).scheme));
  const shared = b.filter((key) => kinds.has(splitKey(key).scheme));
  return shared.length === 0 || shared.some((key) => a.includes(key));
}
