import type { JourneyView } from './shipment-view.ts';
import { positionsNow, type SpokenPosition } from 'graph-schema/domain/whereabouts/positions-now';
import type { TrackPoint } from 'graph-schema/geo/track';
import { getPositionLimits } from 'graph-schema/reference/position-limits';
import type { Context } from '../context.ts';
import { fixesThen } from './as-of/positions-then.ts';
import { fixOf, livePosition, type LivePosition, type MeansFix } from './live-position.ts';
import { oncePer } from './once-per.ts';
import { reckonedPositions } from './reckoned-position.ts';
import { seenWay } from './seen-way.ts';

type Reads = Pick<Context, 'means' | 'tracks' | 'places' | 'routes' | 'now'>;

/**
 * Where the cargo is, the position that speaks for most of it first: reported, else last seen, else reckoned. Of a journey
 * looked back at, by what had been received by then.
 */
export const positionsOf = oncePer(
  async (journey: JourneyView, context: Reads): Promise<readonly LivePosition[]> => {
    const spoken = await spokenPositions(journey, context);
    const { places, routes } = context;
    return [
      ...spoken.flatMap((one) => livePosition(one, journey.asOf) ?? []),
      ...reckonedPositions(journey, spoken, places, routes, journey.asOf ?? context.now()),
    ];
  },
);

/** The newest positions that were taken while they were the cargo's, whatever their age. */
export const spokenPositions = oncePer(
  async (
    { trackers, asOf }: JourneyView,
    { means, tracks, now }: Pick<Reads, 'means' | 'tracks' | 'now'>,
  ): Promise<SpokenPosition<MeansFix>[]> => {
    if (asOf !== null) {
      const then = await fixesThen(trackers, { means, tracks }, asOf);
      return positionsNow(trackers, (subject) => then.get(subject) ?? null, getPositionLimits(), asOf);
    }
    const subjects = [...new Set(trackers.map(({ subject }) => subject))];
    const rows = await Promise.all(subjects.map((subject) => means.load(subject)));
    const fixes = new Map(subjects.map((subject, index) => [subject, fixOf(rows[index] ?? null)]));
    return positionsNow(trackers, (subject) => fixes.get(subject) ?? null, getPositionLimits(), now());
  },
);

/** The way on which each of them was seen of late, without a gap; by the key of its track. */
export const seenWays = oncePer(
  async (
    positions: readonly LivePosition[],
    { tracks }: Pick<Context, 'tracks'>,
  ): Promise<ReadonlyMap<LivePosition, readonly TrackPoint[]>> => {
    const ways = await Promise.all(
      positions.map(async (position): Promise<[LivePosition, TrackPoint[]][]> => {
        const { track, at } = position;
        if (!track) return [];
        const until = Date.parse(at);
        const points = await tracks.load({ ...track, until });
        const { gapMinutes } = getPositionLimits()[position.means];
        const last: TrackPoint = [Math.floor(until / 1000), position.longitude, position.latitude];
        return [[position, seenWay([...points, last], track.from / 1000, gapMinutes * 60)]];
      }),
    );
    return new Map(ways.flat());
  },
);
