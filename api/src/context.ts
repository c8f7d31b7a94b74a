import DataLoader from 'dataloader';
import type { Asker } from 'graph-schema/domain/access/asker';
import { findMeans, type MeansRow } from 'graph-schema/cypher/read/means-of-transport';
import type { TrackPoint } from 'graph-schema/geo/track';
import { findShipmentsByNumber } from 'graph-schema/cypher/read/find-shipments-by-number';
import { parkedClaims } from 'graph-schema/cypher/read/parked-claims';
import { zonesOf } from 'graph-schema/domain/free-time/terms';
import { townsOf } from 'graph-schema/domain/journey/towns';
import type { Gazetteer } from 'graph-schema/domain/place';
import { loadFacts } from 'graph-schema/facts/load-facts';
import type { Logger } from 'pino';
import type { GraphReader } from './graph.ts';
import { thenLoader, type ThenLoader } from './journey/as-of/as-of-loader.ts';
import {
  PARKED_SLACK_MS,
  parkedClaim,
  parkedStatements,
  type ParkedStatement,
} from './journey/parked-statements.ts';
import type { Routes } from './journey/routes.ts';
import { readTracks, type TrackStretch } from './journey/read-tracks.ts';
import { shipmentView, type ShipmentView } from './journey/shipment-view.ts';
import type { Nudges } from './live/nudges.ts';
import type { IngestClient } from './ingest-client.ts';
import type { EvidenceReader } from './journey/evidence.ts';

/** What all requests share. */
export interface Services {
  readonly graph: GraphReader;
  readonly places: Gazetteer;
  readonly routes: Routes;
  readonly nudges: Nudges;
  readonly evidence: EvidenceReader;
  readonly ingest: IngestClient;
  readonly now: () => number;
  readonly clockRate: number;
  readonly sampleWorld: boolean;
  readonly log: Logger;
}

/** A shipment that a number leads to; null: somebody named the number, but nothing hangs on it. */
export interface NumberHit {
  readonly shipment: string | null;
  readonly anchor: string | null;
  /** Epoch milliseconds at which the use of the box began; null for a paper. */
  readonly from: number | null;
}

/** One request: shared services and loaders that ask the graph once for all that is asked for together. */
export interface Context extends Services {
  readonly asker: Asker;
  readonly shipments: DataLoader<string, ShipmentView | null>;
  /** Looked back at from an instant. */
  readonly shipmentsThen: ThenLoader;
  readonly numbers: DataLoader<string, readonly NumberHit[]>;
  readonly means: DataLoader<string, MeansRow | null>;
  readonly tracks: DataLoader<TrackStretch, readonly TrackPoint[], string>;
  /** By use of a box. */
  readonly parked: DataLoader<string, readonly ParkedStatement[]>;
}

export function createContext(services: Services, asker: Asker): Context {
  const { graph } = services;
  return {
    ...services,
    asker,
    shipments: new DataLoader((ids) => loadShipments(services, [...ids])),
    shipmentsThen: thenLoader(services),
    numbers: new DataLoader(async (keys) => {
      const rows = await graph.run(findShipmentsByNumber, { keys: [...keys] });
      return keys.map((key) => rows.filter((row) => row.key === key));
    }),
    means: new DataLoader(async (keys) => {
      const rows = await graph.run(findMeans, { keys: [...keys] });
      return keys.map((key) => rows.find((row) => row.asked === key && row.key !== null) ?? null);
    }),
    tracks: new DataLoader((stretches) => readTracks(graph, stretches), {
      cacheKeyFn: ({ key, from, until, knownBy }) => `${key} ${from} ${until} ${knownBy}`,
    }),
    parked: new DataLoader(async (cycles) => {
      const rows = await graph.run(parkedClaims, { cycles: [...cycles], slackMs: PARKED_SLACK_MS });
      const byCycle = new Map(rows.map((row) => [row.cycle, parkedStatements(row.claims.map(parkedClaim))]));
      return cycles.map((cycle) => byCycle.get(cycle) ?? []);
    }),
  };
}

/** Reads shipments afresh: four statements for any number of them. */
export async function loadShipments(
  { graph, now, places }: Pick<Services, 'graph' | 'now' | 'places'>,
  ids: readonly string[],
): Promise<(ShipmentView | null)[]> {
  const found = await loadFacts(graph, ids);
  const towns = townsOf(places);
  const zones = zonesOf(places);
  const byId = new Map(
    found.map(({ row, facts }) => [row.asked, shipmentView(row, facts, now(), towns, zones)]),
  );
  return ids.map((id) => byId.get(id) ?? null);
}
