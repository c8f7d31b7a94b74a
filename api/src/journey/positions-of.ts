import type { JourneyView } from './shipment-view.ts';
import { positionsNow, type SpokenPosition } from 'graph-schema/domain/whereabouts/positions-now';
import type { TrackPoint } from 'graph-schema/geo/track';
import { getPositionLimits } from 'graph-schema/reference/position-limits';
import type { Context } from '../context.ts';
import { fixOf, livePosition, type LivePosition, type MeansFix } from './live-position.ts';
import { reckonedPositions } from './reckoned-position.ts';
import { seenWay } from './seen-way.ts';

type Reads = Pick<Context, 'means' | 'places' | 'routes' | 'now'>;

/** Where the cargo is, the position that speaks for most of it first: reported, else last seen, else reckoned. */
export async function positionsOf(journey: JourneyView, context: Reads): Promise<LivePosition[]> {
  // What is stored is where things are now: beside what was known then it would tell of another day.
  if (journey.asOf !== null) return [];
  const spoken = await spokenPositions(journey, context);
  const { places, routes } = context;
  return [
    ...spoken.flatMap((one) => livePosition(one) ?? []),
    ...reckonedPositions(journey, spoken, places, routes, context.now()),
  ];
}

/** The newest positions that were taken while they were the cargo's, whatever their age. */
export async function spokenPositions(
  { trackers }: JourneyView,
  { means, now }: Pick<Reads, 'means' | 'now'>,
): Promise<SpokenPosition<MeansFix>[]> {
  const subjects = [...new Set(trackers.map(({ subject }) => subject))];
  const rows = await Promise.all(subjects.map((subject) => means.load(subject)));
  const fixes = new Map(subjects.map((subject, index) => [subject, fixOf(rows[index] ?? null)]));
  return positionsNow(trackers, (subject) => fixes.get(subject) ?? null, getPositionLimits(), now());
}

/** The way on which each of them was seen of late, without a gap; by the key of its track. */
export async function seenWays(
  positions: readonly LivePosition[],
  { tracks }: Pick<Context, 'tracks'>,
): Promise<ReadonlyMap<LivePosition, readonly TrackPoint[]>> {
  const ways = await Promise.all(
    positions.map(async (position): Promise<[LivePosition, TrackPoint[]][]> => {
      const { track, at } = position;
      if (!track) return [];
      const until = Date.parse(at);
      const points = await tracks.load({ key: track.key, from: track.from, until });
      const { gapMinutes } = getPositionLimits()[position.means];
      const last: TrackPoint = [Math.floor(until / 1000), position.longitude, position.latitude];
      return [[position, seenWay([...points, last], track.from / 1000, gapMinutes * 60)]];
    }),
  );
  return new Map(ways.flat());
}
