export { createClient, type Client } from './create-client.ts';
export type { FeedAnswer, FeedEntry, FeedFilter } from './feed.graphql.ts';
export type { FeedOptions } from './follow-feed.ts';
export { cursorFile, type KeptCursor } from './keep-cursor.ts';
export type { FeedWish } from './open-feed.ts';
export { RequestError } from './request-error.ts';
export type { Lookup, Milestone, Shipment, ShipmentAnswer } from './shipment.graphql.ts';
