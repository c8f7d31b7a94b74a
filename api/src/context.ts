import DataLoader from 'dataloader';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { MeansRow } from 'graph-schema/cypher/read/means-of-transport';
import type { TrackPoint } from 'graph-schema/geo/track';
import { findShipmentsByNumber } from 'graph-schema/cypher/read/find-shipments-by-number';
import { parkedClaims } from 'graph-schema/cypher/read/parked-claims';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { Gazetteer } from 'graph-schema/domain/place';
import { loadFacts } from 'graph-schema/facts/load-facts';
import type { Logger } from 'pino';
import type { AlertsOfRequests } from './alerts/start-alerts.ts';
import type { GraphReader } from './graph.ts';
import type { AccessService } from './access/access-service.ts';
import { hitsInSight } from './access/hits-in-sight.ts';
import type { OnSightChange } from './access/sight-changes.ts';
import { seeShipments, type Seeing } from './access/see-shipment.ts';
import { thenLoader, type ThenLoader } from './journey/as-of/as-of-loader.ts';
import {
  PARKED_SLACK_MS,
  parkedClaim,
  parkedStatements,
  type ParkedStatement,
} from './journey/parked-statements.ts';
import { meansLoader } from './journey/means-loader.ts';
import type { Routes } from './journey/routes.ts';
import { trackLoader, type TrackStretch } from './journey/read-tracks.ts';
import type { ShipmentView } from './journey/shipment-view.ts';
import type { FeedHub } from './feed/feed-hub.ts';
import type { Fleet } from './live/fleet.ts';
import type { ReadJourney } from './live/journey-readings.ts';
import type { Nudges } from './live/nudges.ts';
import type { ListedShipment } from './search/listed-shipment.ts';
import { searchLoaders } from './search/search-loaders.ts';
import type { WebhookServices } from './webhooks/start-webhooks.ts';
import type { IngestClient } from './ingest-client.ts';
import type { EvidenceReader } from './journey/evidence.ts';

/** What all requests share. */
export interface Services {
  readonly graph: GraphReader;
  readonly places: Gazetteer;
  readonly routes: Routes;
  readonly nudges: Nudges;
  readonly feed: FeedHub;
  readonly webhooks: WebhookServices;
  readonly alerts: AlertsOfRequests;
  readonly fleet: Fleet;
  readonly readJourney: ReadJourney;
  readonly evidence: EvidenceReader;
  readonly ingest: IngestClient;
  readonly now: () => number;
  readonly clockRate: number;
  readonly sampleWorld: boolean;
  readonly access: AccessService;
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
  /** Who asks by now; null: the credentials are none any more. A subscription asks again before each answer. */
  readonly renew: () => Promise<Asker | null>;
  /** Over HTTP; null: over a socket. */
  readonly request: Request | null;
  /** Aborted when whoever subscribed has left, or may not ask any more; left out: no subscription. */
  readonly left?: AbortSignal;
  /** Of a subscription, which began with what its asker saw then; left out: no subscription. */
  readonly onSightChange?: OnSightChange;
  /** Where it comes from, for limits on those who did not sign in. */
  readonly address: string;
  readonly shipments: DataLoader<string, ShipmentView | null>;
  /** Looked back at from an instant. */
  readonly shipmentsThen: ThenLoader;
  readonly numbers: DataLoader<string, readonly NumberHit[]>;
  /** As lists show them, of those that the asker may see. */
  readonly listed: DataLoader<string, ListedShipment | null>;
  /** Whether a key of the asker may open anything that a number leads to. */
  readonly seen: DataLoader<string, boolean>;
  readonly means: DataLoader<string, MeansRow | null>;
  readonly tracks: DataLoader<TrackStretch, readonly TrackPoint[], string>;
  /** By use of a box. */
  readonly parked: DataLoader<string, readonly ParkedStatement[]>;
}

export function createContext(
  services: Services,
  asker: Asker,
  renew: Context['renew'] = () => Promise.resolve(asker),
  request: Request | null = null,
  address = '',
): Context {
  const { graph } = services;
  const seeing = { ...services, asker };
  const shipments = new DataLoader<string, ShipmentView | null>((ids) => loadShipments(seeing, [...ids]));
  return {
    ...services,
    asker,
    renew,
    request,
    address,
    shipments,
    shipmentsThen: thenLoader(seeing),
    numbers: new DataLoader(async (keys) => {
      const rows = await graph.run(findShipmentsByNumber, { keys: [...keys] });
      const hits = keys.map((key) => rows.filter((row) => row.key === key));
      return hitsInSight(keys as readonly IdentifierKey[], hits, asker, shipments);
    }),
    ...searchLoaders(graph, asker, shipments),
    means: meansLoader(graph),
    tracks: trackLoader(graph),
    parked: new DataLoader(async (cycles) => {
      // What fits no trip is nobody's, and may be another's.
      if (asker.sight !== 'ALL') return cycles.map(() => []);
      const rows = await graph.run(parkedClaims, { cycles: [...cycles], slackMs: PARKED_SLACK_MS });
      const byCycle = new Map(rows.map((row) => [row.cycle, parkedStatements(row.claims.map(parkedClaim))]));
      return cycles.map((cycle) => byCycle.get(cycle) ?? []);
    }),
  };
}

/** Reads shipments afresh, as far as the one who asks may see them: four statements for any number of them. */
export async function loadShipments(
  seeing: Seeing,
  ids: readonly string[],
): Promise<(ShipmentView | null)[]> {
  const { graph, now } = seeing;
  const found = await loadFacts(graph, ids, now());
  const byId = await seeShipments(seeing, found, now());
  return ids.map((id) => byId.get(id) ?? null);
}
