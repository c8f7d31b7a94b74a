import { positionReport } from 'graph-schema/domain/position';
import type { Tracker } from 'graph-schema/domain/whereabouts/tracker';
import { BUCKET_SECONDS } from 'graph-schema/geo/track';
import type { Context } from '../../context.ts';
import type { MeansFix } from '../live-position.ts';
import { lastPoint } from '../read-tracks.ts';

/**
 * Where things were by what had been received by an instant: the last point that is kept of each, one of five minutes.
 * Speed and course are not kept with it.
 */
export async function fixesThen(
  trackers: readonly Tracker[],
  { means, tracks }: Pick<Context, 'means' | 'tracks'>,
  at: number,
): Promise<ReadonlyMap<string, MeansFix | null>> {
  const fixes = await Promise.all(
    trackers.map(async ({ subject, from }): Promise<[string, number, MeansFix | null]> => {
      const row = await means.load(subject);
      if (!row) return [subject, from, null];
      const until = at + BUCKET_SECONDS * 1000;
      const last = await lastPoint((stretch) => tracks.load(stretch), {
        key: row.key,
        from,
        until,
        knownBy: at,
      });
      if (!last) return [subject, from, null];
      const [seconds, longitude, latitude] = last;
      const instant = new Date(seconds * 1000).toISOString();
      const report = positionReport({ subject: row.key, at: instant, latitude, longitude });
      return [subject, from, { key: row.key, at: seconds * 1000, report, row }];
    }),
  );
  // Of several carriages by one ship the first asks for the longest stretch, which ends the same.
  return new Map(fixes.toSorted(([, a], [, b]) => b - a).map(([subject, , fix]) => [subject, fix]));
}
