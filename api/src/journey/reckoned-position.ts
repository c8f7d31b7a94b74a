import type { JourneyView } from './shipment-view.ts';
import type { Leg } from 'graph-schema/domain/journey/legs';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { SpokenPosition } from 'graph-schema/domain/whereabouts/positions-now';
import { lengthNm } from 'graph-schema/geo/distance';
import { pointAlong } from 'graph-schema/geo/great-circle';
import type { LonLat } from 'graph-schema/geo/lon-lat';
import type { LivePosition, MeansFix } from './live-position.ts';
import { findPlaceView } from './place-view.ts';
import { lonLat, type Routes } from './routes.ts';
import { splitPath } from './split-path.ts';

const MEANS = { VESSEL: 'VESSEL', BARGE: 'BARGE', RAIL: 'TRAIN', AIR: 'AIRCRAFT', TRUCK: 'TRUCK' } as const;

/**
 * Ships, trains and flights that nobody sees are drawn on their way by time: between where the cargo was told, or seen,
 * last and where it is to arrive.
 */
export function reckonedPositions(
  journey: JourneyView,
  spoken: readonly SpokenPosition<MeansFix>[],
  places: Gazetteer,
  routes: Routes,
  now: number,
): LivePosition[] {
  const shown = spoken.filter(({ freshness }) => freshness !== 'OLD');
  const seen = new Set(shown.flatMap(({ containers }) => containers));
  const open = new Set(journey.trackers.flatMap(({ containers }) => containers));
  return journey.legs.flatMap((leg) => {
    if (leg.state !== 'UNDERWAY' || leg.mode === 'TRUCK') return [];
    const left = leg.containers.filter((box) => open.has(box) && !seen.has(box));
    const isSeen = leg.containers.length > 0 ? left.length === 0 : shown.some((s) => s.tracker.legId === leg.id);
    if (isSeen) return [];
    const old = spoken.find(({ freshness, tracker }) => freshness === 'OLD' && tracker.legId === leg.id);
    const position = reckoned(leg, old?.fix ?? null, journey, places, routes, now);
    return position ? [{ ...position, containers: left }] : [];
  }); // prettier-ignore
}

function reckoned(
  leg: Leg,
  old: MeansFix | null,
  journey: JourneyView,
  places: Gazetteer,
  routes: Routes,
  now: number,
): LivePosition | null {
  const told = journey.logistics.findLast((m) => m.run === leg.id && m.classifier === 'ACTUAL' && m.place);
  const [from, to] = [findPlaceView(told?.place ?? leg.from, places), findPlaceView(leg.to, places)];
  const since = told?.time ?? leg.departure.actual;
  if (!from || !to || !since) return null;
  const routed = routes.find(leg.mode, from, to);
  if (!routed) return null;
  const isSeenLater = old !== null && old.at > Date.parse(since.instant);
  const line = isSeenLater ? splitPath(routed.line, seenAt(old)).ahead : routed.line;
  const begin = isSeenLater ? old.at : Date.parse(since.instant);
  const arrival = leg.arrival.estimated ?? leg.arrival.planned;
  const end = arrival ? Date.parse(arrival.instant) : begin;
  const share = end > begin ? Math.min(Math.max((now - begin) / (end - begin), 0), 0.99) : 0;
  const point = pointAlong(line, lengthNm(line) * share) ?? lonLat(from);
  if (!point) return null;
  const { transport } = leg;
  return {
    latitude: degrees(point[1]),
    longitude: degrees(point[0]),
    at: new Date(now).toISOString(),
    speedKnots: null,
    courseDegrees: null,
    headingDegrees: null,
    accuracyMetres: null,
    name: transport?.vesselName ?? transport?.train ?? transport?.flight ?? null,
    means: MEANS[leg.mode],
    mode: leg.mode,
    basis: 'INTERPOLATED',
    containers: leg.containers,
    source: null,
    legId: leg.id,
    track: null,
  };
}

function seenAt({ report }: MeansFix): LonLat {
  return [report.longitude, report.latitude];
}

/** As many digits as a reported position has: a tenth of a metre. */
function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
