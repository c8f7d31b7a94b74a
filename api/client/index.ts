export { createClient, type Client } from './create-client.ts';
export type { FeedAnswer, FeedEntry, FeedFilter } from './feed.graphql.ts';
export type { FeedOptions, FeedWish } from './follow-feed.ts';
export { graphql } from './graphql.ts';
export type { JourneyAnswer } from './journey.graphql.ts';
export { cursorFile, type KeptCursor } from './keep-cursor.ts';
export type { ListOptions } from './list-shipments.ts';
export type { ListedShipment, NumberLookup, ShipmentFilter, ShipmentPage, ShipmentSort } from './list.graphql.ts'; // prettier-ignore
export type { ConnectionOptions } from './reconnected.ts';
export { RequestError } from './request-error.ts';
export type { Lookup, Milestone, Shipment, ShipmentAnswer } from './shipment.graphql.ts';
