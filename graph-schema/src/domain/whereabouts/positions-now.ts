import type { MeansLimits, PositionLimits } from './position-limits.ts';
import type { Tracker } from './tracker.ts';

/** The newest position that is stored of something. */
export interface Fix {
  /** Key that it is stored under: a ship that is asked for by IMO number is stored by the station that it reports as. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** NOW: where it is. LAST_SEEN: where it was, too long ago to say where it is. OLD: only a place that it came by. */
export type Freshness = 'NOW' | 'LAST_SEEN' | 'OLD';

/** A position that speaks for boxes, or for a cargo without boxes. */
export interface SpokenPosition<F extends Fix> {
  readonly tracker: Tracker;
  readonly fix: F;
  readonly containers: readonly string[];
  readonly freshness: Freshness;
  /** Epoch milliseconds from which on it is no longer that fresh; null: never. */
  readonly changesAt: number | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Clocks of devices run ahead by some minutes; what is further in the future is wrong. */
const FUTURE_SLACK_MS = 15 * MINUTE_MS;

/**
 * Which position speaks for which box at `now`: of what carries it and of the box itself the newest that was taken while
 * they were together, the box's own where both are of one minute. What speaks for most boxes comes first.
 */
export function positionsNow<F extends Fix>(
  trackers: readonly Tracker[],
  fixOf: (subject: string) => F | null,
  limits: PositionLimits,
  now: number,
): SpokenPosition<F>[] {
  const best = new Map<string, { readonly tracker: Tracker; readonly fix: F }>();
  for (const tracker of trackers) {
    const fix = fixOf(tracker.subject);
    if (!fix || !isTogether(tracker, fix, limits[tracker.means], now)) continue;
    for (const unit of unitsOf(tracker)) {
      const before = best.get(unit);
      if (!before || comesBefore({ tracker, fix }, before)) best.set(unit, { tracker, fix });
    }
  }
  const groups = new Map<string, SpokenPosition<F>>();
  for (const [unit, { tracker, fix }] of best) {
    const key = `${fix.key} ${tracker.legId}`;
    const own = tracker.containers.length > 0 ? [unit] : [];
    const before = groups.get(key);
    groups.set(key, {
      tracker,
      fix,
      containers: [...(before?.containers ?? []), ...own].sort(),
      ...freshnessOf(fix.at, limits[tracker.means], now),
    });
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.freshness === 'OLD') - Number(b.freshness === 'OLD') ||
      b.containers.length - a.containers.length ||
      b.fix.at - a.fix.at ||
      (a.fix.key < b.fix.key ? -1 : 1),
  );
}

/** A cargo without boxes goes in parts: each leg under way has one. */
function unitsOf({ containers, legId }: Tracker): readonly string[] {
  return containers.length > 0 ? containers : [`leg ${legId}`];
}

function isTogether(tracker: Tracker, { at }: Fix, limits: MeansLimits, now: number): boolean {
  const { from, heard, due } = tracker;
  const ends = [
    now + FUTURE_SLACK_MS,
    limits.openHours === null ? Infinity : heard + limits.openHours * HOUR_MS,
    limits.afterDueHours === null || due === null ? Infinity : due + limits.afterDueHours * HOUR_MS,
  ];
  return at >= from && at <= Math.min(...ends);
}

function comesBefore(
  a: { readonly tracker: Tracker; readonly fix: Fix },
  b: { readonly tracker: Tracker; readonly fix: Fix },
): boolean {
  const [minuteA, minuteB] = [a, b].map(({ fix }) => Math.floor(fix.at / MINUTE_MS)) as [number, number];
  if (minuteA !== minuteB) return minuteA > minuteB;
  const isBox = ({ tracker }: { readonly tracker: Tracker }) => tracker.means === 'CONTAINER';
  if (isBox(a) !== isBox(b)) return isBox(a);
  return a.fix.at > b.fix.at;
}

function freshnessOf(
  at: number,
  { nowMinutes, seenMinutes }: MeansLimits,
  now: number,
): Pick<SpokenPosition<Fix>, 'freshness' | 'changesAt'> {
  const [isOlder, isOld] = [at + nowMinutes * MINUTE_MS, at + seenMinutes * MINUTE_MS];
  if (now <= isOlder) return { freshness: 'NOW', changesAt: isOlder + 1 };
  return now <= isOld
    ? { freshness: 'LAST_SEEN', changesAt: isOld + 1 }
    : { freshness: 'OLD', changesAt: null };
}
