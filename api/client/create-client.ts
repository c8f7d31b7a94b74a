import type { TadaDocumentNode } from 'gql.tada';
import { ask, type Service } from './ask.ts';
import { ChangesDocument, type FeedAnswer, type FeedEntry } from './feed.graphql.ts';
import { followFeed, type FeedOptions } from './follow-feed.ts';
import { followKept, type KeptCursor } from './keep-cursor.ts';
import type { FeedWish } from './open-feed.ts';
import { LookupDocument, ShipmentDocument, type Lookup, type ShipmentAnswer } from './shipment.graphql.ts';

/** What a program can ask of Throughline. Every promise rejects with a `RequestError`; what GraphQL types as an error is an answer. */
export interface Client {
  /** What any number leads to: bill, box, booking, air waybill, rail note, declaration, however it is written. */
  lookup(number: string): Promise<Lookup>;
  /** @param asOf what was known at this instant, ISO 8601; left out: now. */
  shipment(id: string, asOf?: string): Promise<ShipmentAnswer>;
  /** Once, what follows a cursor. `after` null: nothing, and the cursor of now. */
  changes(after: string | null, wish?: FeedWish): Promise<FeedAnswer>;
  /** What follows a cursor, and all that comes, over any number of connections. `after` null: from now on. */
  statusFeed(after: string | null, options?: FeedOptions): AsyncGenerator<FeedAnswer, void>;
  /** Entries behind a cursor that is kept somewhere, and all that come; the cursor moves on with what was taken. */
  follow(kept: KeptCursor, options?: FeedOptions): AsyncGenerator<FeedEntry, void>;
  /** Anything else of the schema, by a document typed with gql.tada or by hand. */
  ask<Result, Variables>(document: TadaDocumentNode<Result, Variables>, variables: Variables): Promise<Result>;
} // prettier-ignore

/** @param url `https://…/graphql`. @param key the key of an API, `tl_…`; left out: none, where the service is open. */
export function createClient({ url, key = null }: Pick<Service, 'url'> & Partial<Service>): Client {
  const service: Service = { url, key };
  return {
    lookup: async (number) => (await ask(service, LookupDocument, { number })).lookup,
    shipment: async (id, asOf) => (await ask(service, ShipmentDocument, { id, asOf: asOf ?? null })).shipment,
    changes: async (after, wish = {}) => (await ask(service, ChangesDocument, { after, ...wish })).changes,
    statusFeed: (after, options) => followFeed(service, after, options),
    follow: (kept, options) => followKept(service, kept, options),
    ask: (document, variables) => ask(service, document, variables),
  };
}
