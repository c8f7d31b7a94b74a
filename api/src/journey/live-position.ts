import type { MeansRow } from 'graph-schema/cypher/read/means-of-transport';
import type { Voice } from 'graph-schema/domain/journey/facts';
import type { PositionReport } from 'graph-schema/domain/position';
import type { TransportMode } from 'graph-schema/domain/tracking-event';
import type { Fix, SpokenPosition } from 'graph-schema/domain/whereabouts/positions-now';
import type { TrackedMeans } from 'graph-schema/domain/whereabouts/tracker';

export interface LivePosition {
  readonly latitude: number;
  readonly longitude: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly speedKnots: number | null;
  readonly courseDegrees: number | null;
  readonly headingDegrees: number | null;
  readonly accuracyMetres: number | null;
  readonly name: string | null;
  readonly means: TrackedMeans;
  /** Null for a box that stands. */
  readonly mode: TransportMode | null;
  readonly basis: 'REPORTED' | 'LAST_SEEN' | 'INTERPOLATED';
  /** Boxes that it speaks for; empty for a cargo without boxes. */
  readonly containers: readonly string[];
  /** Who reported it; null where it is reckoned. */
  readonly source: Voice['source'] | null;
  /** The leg that it is on; null where none is known. */
  readonly legId: string | null;
  /** Where what it reported before is kept, since the cargo is with it, and by when it is known; null where it is reckoned. */
  readonly track: { readonly key: string; readonly from: number; readonly knownBy: number | null } | null;
}

/** The newest report of something, as it is stored. */
export interface MeansFix extends Fix {
  readonly report: PositionReport;
  readonly row: MeansRow;
}

export function fixOf(row: MeansRow | null): MeansFix | null {
  if (!row?.position) return null;
  const report = JSON.parse(row.position) as PositionReport;
  return { key: row.key, at: Date.parse(report.at), report, row };
}

/** What a position that speaks for boxes shows; null for one that is too old to be shown. */
export function livePosition(
  { tracker, fix, containers, freshness }: SpokenPosition<MeansFix>,
  knownBy: number | null,
): LivePosition | null {
  if (freshness === 'OLD') return null;
  const { report, row } = fix;
  return {
    latitude: report.latitude,
    longitude: report.longitude,
    at: report.at,
    speedKnots: report.speedKnots,
    courseDegrees: report.courseDegrees,
    headingDegrees: report.headingDegrees,
    // Stored before it was told, there is none.
    accuracyMetres: report.accuracyMetres ?? null,
    name: (tracker.means === 'VESSEL' ? row.name : null) ?? tracker.name,
    means: tracker.means,
    mode: tracker.mode,
    basis: freshness === 'NOW' ? 'REPORTED' : 'LAST_SEEN',
    containers,
    source: row.source && { ...row.source, kind: row.source.kind as Voice['source']['kind'], trust: {} },
    legId: tracker.legId,
    track: { key: row.key, from: tracker.from, knownBy },
  };
}
