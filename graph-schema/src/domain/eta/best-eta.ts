import type { EventTime } from '../tracking-event.ts';
import type { EtaChange } from './change.ts';
import { passesAt, rankOf, weightOf } from './moves.ts';
import type { EtaPolicy } from './policy.ts';
import type { EtaSeries } from './series.ts';
import type { EtaTelling } from './telling.ts';
import { EtaWalk } from './walk.ts';

export interface BestEta {
  /** Null: nothing is told, or it has arrived. */
  readonly best: EtaTelling | null;
  /** Each change of the best one, the first told first. */
  readonly history: readonly EtaChange[];
  /** Epoch milliseconds since when the best one has passed without an arrival; an estimate never becomes an actual. */
  readonly overdueSince: number | null;
  /** Epoch milliseconds of the first instant at which this answer changes without a new fact; null: never. */
  readonly changesAt: number | null;
}

/** An arrival that was told, and when we first heard of it (epoch milliseconds). */
export interface Arrival {
  readonly time: EventTime;
  readonly heardAt: number;
}

/**
 * The ETA to rely on at an instant, and how it came about: one source is followed, and it is heard only where it moves by
 * much or says so again. A pure function of what was received by `now`, so that asked for an earlier instant it gives
 * the answer of then. No telling becomes the best one twice: two sources cannot toss it to and fro.
 */
export function bestEta(
  series: readonly EtaSeries[],
  arrival: Arrival | null,
  policy: EtaPolicy,
  now: number,
): BestEta {
  const isOver = arrival !== null && arrival.heardAt <= now;
  const walk = new EtaWalk(policy);
  const all = series
    .flatMap(({ tellings }) => tellings)
    .sort(
      (a, b) =>
        a.receivedAt - b.receivedAt || weightOf(a, policy) - weightOf(b, policy) || rankOf(a) - rankOf(b),
    );
  for (const telling of all) {
    if (telling.receivedAt > now || (isOver && telling.receivedAt >= arrival.heardAt)) break;
    walk.passTo(telling.receivedAt);
    walk.hear(telling);
  }
  walk.passTo(isOver ? arrival.heardAt - 1 : now);
  const { best, history } = walk;
  if (isOver || best === null) return { best: null, history, overdueSince: null, changesAt: null };
  const passes = passesAt(best);
  const isPast = passes <= now;
  return { best, history, overdueSince: isPast ? passes : null, changesAt: isPast ? null : passes };
}
