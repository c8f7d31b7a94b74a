import type { EventTime } from '../journey/shipment.graphql.ts';

interface KnownTimes {
  readonly actual: EventTime | null;
  readonly estimated: EventTime | null;
  readonly planned: EventTime | null;
}

interface BestTime {
  readonly certainty: 'ACTUAL' | 'ESTIMATED' | 'PLANNED';
  readonly time: EventTime;
}

/** What is surest of the three; null when none is known. */
export function bestTime({ actual, estimated, planned }: KnownTimes): BestTime | null {
  if (actual) return { certainty: 'ACTUAL', time: actual };
  if (estimated) return { certainty: 'ESTIMATED', time: estimated };
  return planned ? { certainty: 'PLANNED', time: planned } : null;
}
