import type { MeansRow } from 'graph-schema/cypher/read/means-of-transport';
import type { Journey } from 'graph-schema/domain/journey/derive-journey';
import { runKey } from 'graph-schema/domain/claim-keys';
import type { PositionReport } from 'graph-schema/domain/position';
import type { TransportMode } from 'graph-schema/domain/tracking-event';

export interface LivePosition {
  readonly latitude: number;
  readonly longitude: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly speedKnots: number | null;
  readonly courseDegrees: number | null;
  readonly headingDegrees: number | null;
  readonly name: string | null;
  readonly mode: TransportMode;
  readonly basis: 'REPORTED' | 'INTERPOLATED';
}

/** The means of transport whose position is the cargo's: a ship by IMO number, a train or flight by its run. */
export function liveSubject(journey: Journey): string | null {
  const transport = journey.currentTransport;
  if (!transport) return null;
  if (transport.vesselImo) return `VESSEL:${transport.vesselImo}`;
  return runKey(transport);
}

export function livePosition(journey: Journey, means: MeansRow | null): LivePosition | null {
  if (!means?.position || !journey.currentTransport) return null;
  const report = JSON.parse(means.position) as PositionReport;
  return {
    latitude: report.latitude,
    longitude: report.longitude,
    at: report.at,
    speedKnots: report.speedKnots,
    courseDegrees: report.courseDegrees,
    headingDegrees: report.headingDegrees,
    name:
      means.name ??
      journey.currentTransport.vesselName ??
      journey.currentTransport.train ??
      journey.currentTransport.flight,
    mode: journey.currentTransport.mode,
    basis: 'REPORTED',
  };
}
