import type { SourceProfile } from 'graph-schema/domain/source';

const MINUTE_MS = 60_000;

/**
 * Sources that should have been heard by now. One that was never heard counts from `startedAt`: a service that has just
 * started has not waited yet.
 */
export function silentSources(
  profiles: readonly SourceProfile[],
  lastHeard: ReadonlyMap<string, number>,
  startedAt: number,
  now: number,
): string[] {
  return profiles
    .filter(({ id, silentAfterMinutes }) => {
      if (silentAfterMinutes === null) return false;
      return now - (lastHeard.get(id) ?? startedAt) > silentAfterMinutes * MINUTE_MS;
    })
    .map(({ id }) => id);
}
