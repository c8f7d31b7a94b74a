import type { IdentifierKey } from '../identifier.ts';
import type { LoadState } from '../tracking-event.ts';
import type { FactClaim } from './facts.ts';
import type { MatchingRule } from './matching-rules.ts';
import type { UndoneBetween } from './opposites.ts';
import { isOtherPart } from './parts.ts';

/**
 * A claim beside others of its kind about one thing: what can tell it apart. What is null is not said, and goes with
 * whatever another says.
 */
export interface Telling {
  readonly claim: FactClaim;
  /** Epoch milliseconds; the whole of a day that is told without a time. */
  readonly from: number;
  readonly until: number;
  readonly load: LoadState | null;
  readonly place: string | null;
  readonly town: string | null;
  readonly run: IdentifierKey | null;
  /** Whether another run is another happening: so for ships and trains, while one box takes one of them at a time. */
  readonly isOfRun: boolean;
  readonly reason: string | null;
}

/**
 * Claims that tell of one happening each. The fullest claims come first and the others join what they come nearest to:
 * so a claim that leaves something out is told apart by time alone, and the order in which claims came does not matter.
 * What was undone between two claims happened twice, however near they are, and so did what different pieces did.
 */
export function clustersOf(
  tellings: readonly Telling[],
  rule: MatchingRule,
  isUndoneBetween: UndoneBetween,
): Telling[][] {
  const clusters: Telling[][] = [];
  for (const telling of [...tellings].sort(fullestFirst)) {
    const near = clusters.filter(
      (cluster) =>
        isOfOne(telling, cluster, rule) &&
        !cluster.some((other) => isUndoneBetween(telling, other) || areOtherPieces(telling, other, rule)),
    );
    const nearest = nearestOf(telling, near);
    if (nearest) nearest.push(telling);
    else clusters.push([telling]);
  }
  return clusters;
}

/** Of several, the one that a claim comes nearest to in time; of two as near, the earlier. */
export function nearestOf<T extends readonly Telling[]>(telling: Telling, clusters: readonly T[]): T | null {
  let nearest: T | null = null;
  let gap = Infinity;
  for (const cluster of clusters) {
    const gapHere = Math.min(...cluster.map((other) => gapBetween(telling, other)));
    if (gapHere < gap || (gapHere === gap && nearest && startOf(cluster) < startOf(nearest))) {
      nearest = cluster;
      gap = gapHere;
    }
  }
  return nearest;
}

/** Whether nothing that both say tells them apart; the time is looked at apart. */
export function agree(a: Telling, b: Telling): boolean {
  const isOneRun = same(a.run, b.run) || !(a.isOfRun || b.isOfRun);
  return isOneRun && same(a.load, b.load) && same(a.reason, b.reason) && isOnePlace(a, b);
}

/** By how much the voices of one happening differ, in milliseconds; a day contains its times. */
export function spreadOf(cluster: readonly Telling[]): number {
  return Math.max(0, Math.max(...cluster.map((t) => t.from)) - Math.min(...cluster.map((t) => t.until)));
}

/** How much a claim says, of what can tell it apart. */
export function fullness({ load, place, run, reason }: Telling): number {
  return [load, place, run, reason].filter((part) => part !== null).length;
}

function isOfOne(telling: Telling, cluster: readonly Telling[], rule: MatchingRule): boolean {
  if (!cluster.every((other) => agree(telling, other))) return false;
  const isNear = (other: Telling) => gapBetween(telling, other) <= windowMs(telling, other, rule);
  // What happens once there is one however many tell of it; else it is one only as long as it can last.
  return rule.once ? cluster.some(isNear) : cluster.every(isNear);
}

function areOtherPieces(a: Telling, b: Telling, { toleranceMinutes }: MatchingRule): boolean {
  return isOtherPart(a.claim, b.claim, gapBetween(a, b), toleranceMinutes * 60_000);
}

function windowMs(a: Telling, b: Telling, { once, onceMinutes, withinMinutes }: MatchingRule): number {
  const isOnce = once !== null && a.run !== null && a.run === b.run && a.place !== null && b.place !== null;
  return (isOnce ? onceMinutes : withinMinutes) * 60_000;
}

function gapBetween(a: Telling, b: Telling): number {
  return Math.max(0, a.from - b.until, b.from - a.until);
}

function startOf(cluster: readonly Telling[]): number {
  return Math.min(...cluster.map((t) => t.from));
}

function same<T>(a: T | null, b: T | null): boolean {
  return a === null || b === null || a === b;
}

/** A port and the office of customs in it are one place; two stations of one town are two. */
function isOnePlace(a: Telling, b: Telling): boolean {
  if (same(a.place, b.place)) return true;
  const kind = kindOf(a.place);
  return a.town !== null && a.town === b.town && (kind === null || kind !== kindOf(b.place));
}

function kindOf(place: string | null): string | null {
  return place?.match(/^(?:RAIL|CUSTOMS)(?=:)/)?.[0] ?? null;
}

function fullestFirst(a: Telling, b: Telling): number {
  return (
    fullness(b) - fullness(a) ||
    a.until - a.from - (b.until - b.from) ||
    a.from - b.from ||
    (a.claim.id < b.claim.id ? -1 : 1)
  );
}
