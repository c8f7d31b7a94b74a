import type { TadaDocumentNode } from 'gql.tada';
import { ask, type Service } from './ask.ts';
import { ChangesDocument, type FeedAnswer, type FeedEntry } from './feed.graphql.ts';
import { followFeed, type FeedOptions, type FeedWish } from './follow-feed.ts';
import { followJourney } from './follow-journey.ts';
import type { JourneyAnswer } from './journey.graphql.ts';
import { followKept, type KeptCursor } from './keep-cursor.ts';
import { listShipments, lookUpMany, type ListOptions } from './list-shipments.ts';
import type { NumberLookup, ShipmentPage } from './list.graphql.ts';
import type { ConnectionOptions } from './reconnected.ts';
import { LookupDocument, ShipmentDocument, type Lookup, type ShipmentAnswer } from './shipment.graphql.ts';

/** What a program can ask of Throughline. Every promise rejects with a `RequestError`; what GraphQL types as an error is an answer. */
export interface Client {
  /** What any number leads to: bill, box, booking, air waybill, rail note, declaration, however it is written. */
  lookup(number: string): Promise<Lookup>;
  /** What each of any number of numbers leads to, in their order. @param asOf what was known at this instant, ISO 8601; left out: now. */
  lookupMany(numbers: readonly string[], asOf?: string): Promise<readonly NumberLookup[]>;
  /** A list of shipments, filtered and sorted, page by page to its end. */
  shipments(options?: ListOptions): AsyncGenerator<ShipmentPage, void>;
  /** @param asOf what was known at this instant, ISO 8601; left out: now. */
  shipment(id: string, asOf?: string): Promise<ShipmentAnswer>;
  /** A shipment now, and each time its journey changes, over any number of connections. */
  journeyUpdated(id: string, options?: ConnectionOptions): AsyncGenerator<JourneyAnswer, void>;
  /** Once, what follows a cursor. `after` null: nothing, and the cursor of now. */
  changes(after: string | null, wish?: FeedWish): Promise<FeedAnswer>;
  /** What follows a cursor, and all that comes, over any number of connections. `after` null: from now on. */
  statusFeed(after: string | null, options?: FeedOptions): AsyncGenerator<FeedAnswer, void>;
  /** Entries behind a cursor that is kept somewhere, and all that come; the cursor moves on with what was taken. */
  follow(kept: KeptCursor, options?: FeedOptions): AsyncGenerator<FeedEntry, void>;
  /** Anything else of the schema, by a document typed with `graphql`, with gql.tada or by hand. */
  ask<Result, Variables>(document: TadaDocumentNode<Result, Variables>, variables: Variables): Promise<Result>;
} // prettier-ignore

/** @param url `https://…/graphql`. @param key the key of an API, `tl_…`; left out: none, where the service is open. */
export function createClient({ url, key = null }: Pick<Service, 'url'> & Partial<Service>): Client {
  const service: Service = { url, key };
  return {
    lookup: async (number) => (await ask(service, LookupDocument, { number })).lookup,
    lookupMany: (numbers, asOf) => lookUpMany(service, numbers, asOf ?? null),
    shipments: (options) => listShipments(service, options),
    shipment: async (id, asOf) => (await ask(service, ShipmentDocument, { id, asOf: asOf ?? null })).shipment,
    journeyUpdated: (id, options) => followJourney(service, id, options),
    changes: async (after, wish = {}) => (await ask(service, ChangesDocument, { after, ...wish })).changes,
    statusFeed: (after, options) => followFeed(service, after, options),
    follow: (kept, options) => followKept(service, kept, options),
    ask: (document, variables) => ask(service, document, variables),
  };
}
