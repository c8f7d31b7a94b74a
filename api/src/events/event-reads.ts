import DataLoader from 'dataloader';
import { shipmentsByPrefix } from 'graph-schema/cypher/read/walk-shipments';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { Context, NumberHit } from '../context.ts';
import { AsOfError } from '../errors.ts';
import { checkInstant } from '../journey/as-of/load-as-of.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { finderThen } from '../search/finder.ts';
import { shipmentPrefixOf } from './event-id.ts';
import { walkFrom } from './walk-from.ts';
import { ownIds, walkThen } from './walk-then.ts';

/** What lists of events read of the graph, as far as the asker may see it today: as things stand, or as they were known at an instant. */
export interface EventReads {
  /** Epoch milliseconds; null: now. */
  readonly asOf: number | null;
  readonly shipments: {
    load(id: string): Promise<ShipmentView | null>;
    clear(id: string): unknown;
  };
  readonly numbers: { load(key: IdentifierKey): Promise<readonly NumberHit[]> };
  /** Shipments that an event of this id can be of: one, as ids are hashes; none: no event has such an id. */
  ofEvent(eventId: string): Promise<readonly string[]>;
  /** As many of all shipments behind one as are asked for, or all that there are, in the order of ids; `since`: of which something was received or went since then. */
  walk(after: string, since: number | null, limit: number): Promise<readonly string[]>;
}

/** Throws an `AsOfError` for an instant as of which nothing can be known; so do the reads, for cargo that is too large to look back at. */
export async function eventReads(context: Context, asOf: number | null): Promise<EventReads> {
  if (asOf !== null) {
    await checkInstant(context, asOf);
    return readsThen(context, asOf);
  }
  const { shipments, numbers } = context;
  return {
    asOf,
    shipments,
    numbers,
    ofEvent: (eventId) => idsOfEvent(eventId, context),
    walk: (after, since, limit) => walkFrom(after, since, limit, context),
  };
}

function readsThen(context: Context, asOf: number): EventReads {
  const { asker, shipments, shipmentsThen } = context;
  const finder = finderThen(asOf, context);
  return {
    asOf,
    shipments: {
      async load(id) {
        const view = await shipmentsThen.load({ id, at: asOf }).catch(notKnownThen);
        // Of the past only whoever sees everything is told what hung together; whoever sees some goes by what he may open today.
        return view && asker.sight !== 'ALL'
          ? { ...view, related: (await shipments.load(id))?.related ?? [] }
          : view;
      },
      clear: (id) => shipmentsThen.clear({ id, at: asOf }),
    },
    numbers: new DataLoader((keys: readonly IdentifierKey[]) => finder.hits(keys)),
    // An id that had not yet, or no more, been that of its cargo told no events.
    ofEvent: async (eventId) => ownIds(await idsOfEvent(eventId, context), asOf, context),
    // What was received since then says nothing of what stood: all are looked at.
    walk: (after, _, limit) => walkThen(after, asOf, limit, context),
  };
}

async function idsOfEvent(eventId: string, { graph }: Context): Promise<readonly string[]> {
  const prefix = shipmentPrefixOf(eventId);
  const rows = prefix === null ? [] : await graph.run(shipmentsByPrefix, { prefix });
  return rows.map(({ id }) => id);
}

/** Cargo that nobody had told of by then is not in a list. */
function notKnownThen(error: unknown): null {
  if (error instanceof AsOfError && error.code === 'AS_OF_NOT_YET_KNOWN') return null;
  throw error;
}
