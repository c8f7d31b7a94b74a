import type { Asker } from 'graph-schema/domain/access/asker';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import type { SpokenPosition } from 'graph-schema/domain/whereabouts/positions-now';
import { audienceOf } from '../access/audience.ts';
import { feedReader } from '../access/own-rules.ts';
import { loadShipments, type Services } from '../context.ts';
import { positionAt } from '../feed/find-position.ts';
import type { MeansFix } from '../journey/live-position.ts';
import { meansLoader } from '../journey/means-loader.ts';
import { spokenPositions } from '../journey/positions-of.ts';
import { trackLoader } from '../journey/read-tracks.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { SharedReads } from './shared-reads.ts';

/** A shipment as it is now for those who see the same of it. */
export interface JourneyReading {
  /** Opaque; of the feed, from before the shipment was read: what follows it misses nothing that is not in it. */
  readonly cursor: string;
  /** Null: there is none, or none for them. */
  readonly shipment: ShipmentView | null;
  readonly spoken: readonly SpokenPosition<MeansFix>[];
}

export type ReadJourney = (services: Services, asker: Asker, id: string) => Promise<JourneyReading>;

/**
 * Reads journeys for who follows them: thousands who follow one and see the same of it cost one reading of each change. Nobody is
 * given what was read for another audience.
 */
export function createJourneyReadings(): ReadJourney {
  const shared = new SharedReads<JourneyReading>();
  return async (services, asker, id) => {
    const reading = await shared.read(`${audienceOf(asker)} ${id}`, () => readOne(services, asker, id));
    // It was read for one of them, and seen by each.
    if (reading.shipment) services.access.audit.seen(asker, 'saw', reading.shipment.id);
    return reading;
  };
}

async function readOne(services: Services, asker: Asker, id: string): Promise<JourneyReading> {
  const { graph, now } = services;
  const cursor = writeCursor(await positionAt(graph, feedReader(asker), null));
  const [shipment = null] = await loadShipments({ ...services, asker }, [id]);
  if (!shipment) return { cursor, shipment, spoken: [] };
  const loaders = { means: meansLoader(graph), tracks: trackLoader(graph), now };
  return { cursor, shipment, spoken: await spokenPositions(shipment.journey, loaders) };
}
