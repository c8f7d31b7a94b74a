import { RESYNC_REASONS } from 'graph-schema/domain/feed/resume';
import { EVENT_CLASSIFIERS } from 'graph-schema/domain/event-code';
import { ACTORS, EXCEPTION_KINDS, SEVERITIES } from 'graph-schema/domain/exceptions/exception';
import { z } from 'zod';

// What webhooks send. Fields have the names and meanings that they have in the GraphQL schema (`FeedEntry` and what it holds);
// the AsyncAPI document is made of these.

/** Those that the AsyncAPI document names. */
export const FEED_SCHEMAS = z.registry<{ id: string }>();

const instant = z.iso.datetime();
const text = z.string().nullable();

const place = z
  .strictObject({
    id: z.string(),
    unLocode: text,
    name: z.string(),
    nameZh: text,
    country: text,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    zone: text,
    facility: text,
    berth: text.meta({ description: 'Berth at the terminal, as people there call it.' }),
  })
  .meta({ description: 'A place as the reference tables know it, else as the sender wrote it.' })
  .register(FEED_SCHEMAS, { id: 'Place' });

const time = z
  .strictObject({
    instant: instant.meta({ description: 'UTC. For DAY precision: local midnight.' }),
    local: z.string().meta({ description: 'Wall clock as reported, without offset.' }),
    zone: z.string(),
    zoneSource: z.enum(['EXPLICIT', 'FACILITY', 'PLACE', 'SENDER_DEFAULT']),
    precision: z.enum(['MINUTE', 'DAY']),
  })
  .meta({ description: 'When something happens: the instant, and the wall clock it was reported in.' })
  .register(FEED_SCHEMAS, { id: 'EventTime' });

const transport = z
  .strictObject({
    mode: z.enum(['VESSEL', 'BARGE', 'RAIL', 'AIR', 'TRUCK']),
    name: text.meta({ description: 'Name of the ship.' }),
    vesselImo: text,
    voyage: text,
    flight: text,
    train: text,
    wagon: text,
    plate: text,
    departureDate: text,
  })
  .meta({ description: 'What carries the cargo, as far as the message says.' })
  .register(FEED_SCHEMAS, { id: 'Transport' });

const claim = z
  .strictObject({
    id: z.string(),
    code: z.string().meta({ description: 'What happens, in the canonical vocabulary.' }),
    classifier: z.enum(EVENT_CLASSIFIERS).meta({ description: 'Only ACTUAL has happened.' }),
    time,
    place: place.nullable(),
    equipmentReference: text.meta({ description: 'The box or other unit that it happens to.' }),
    loadState: z.enum(['EMPTY', 'FULL', 'LCL']).nullable(),
    transport: transport.nullable(),
    documents: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
  })
  .meta({ description: 'A claim that came or went.' })
  .register(FEED_SCHEMAS, { id: 'FeedClaim' });

const exception = z
  .strictObject({
    id: z.string(),
    kind: z.enum(EXCEPTION_KINDS),
    severity: z.enum(SEVERITIES),
    openedAt: instant,
    actor: z.enum(ACTORS).meta({ description: 'Who has to act.' }),
  })
  .meta({ description: 'An exception that opened, changed or closed.' })
  .register(FEED_SCHEMAS, { id: 'FeedException' });

const eta = z
  .strictObject({
    time,
    place: place.nullable(),
    lateMinutes: z.number().nullable().meta({ description: 'Later than planned; null without a plan.' }),
  })
  .meta({ description: 'When the cargo arrives, as it read then.' })
  .register(FEED_SCHEMAS, { id: 'FeedEta' });

const change = z
  .strictObject({
    parts: z.array(z.enum(['PHASE', 'PLACE', 'DESTINATION', 'NEXT', 'ETA', 'READINESS'])),
    phase: text.meta({ description: 'The new phase; null: as before.' }),
    place: place.nullable().meta({ description: 'Where it is now; null: as before, or nobody knows.' }),
    eta: eta.nullable().meta({ description: 'When it arrives now; null: as before, or nobody tells.' }),
    opened: z.array(exception),
    changed: z.array(exception),
    closed: z.array(exception),
  })
  .meta({ description: 'What reads differently in a journey.' })
  .register(FEED_SCHEMAS, { id: 'FeedChange' });

export const feedEntry = z
  .strictObject({
    id: z.string().meta({
      description: 'The same whenever and over whatever it is told: drop what you have had.',
    }),
    shipmentId: z.string().meta({ description: 'Public id of the shipment.' }),
    kind: z.enum(['ADDED', 'WITHDRAWN', 'DERIVED', 'VISIBLE', 'HIDDEN', 'MERGED_INTO']),
    at: instant.meta({ description: 'When it was written, by the service clock.' }),
    mergedInto: text.meta({ description: 'MERGED_INTO: the shipment that goes on.' }),
    claims: z.array(claim).meta({ description: 'ADDED, WITHDRAWN: the claims that came or went.' }),
    change: change.nullable().meta({
      description: 'DERIVED: what reads differently; null: only which claims belong together.',
    }),
  })
  .meta({ description: 'Something that changed for one shipment, in the order in which it changed.' })
  .register(FEED_SCHEMAS, { id: 'FeedEntry' });

const cursor = z
  .string()
  .meta({ description: 'Opaque: with it `changes` and `statusFeed` go on behind it.' });

// What `statusFeed` and `changes` answer where all fields are asked for: only the AsyncAPI document has it from here.
z.strictObject({
  cursor,
  behind: z.int().meta({ description: 'About how much of the feed is still to be read; 0: you have all.' }),
  entries: z.array(feedEntry),
})
  .meta({ description: 'Entries of the feed, and where to go on.' })
  .register(FEED_SCHEMAS, { id: 'FeedPage' });

z.strictObject({ code: z.literal('RESYNC'), message: z.string(), reason: z.enum(RESYNC_REASONS), cursor })
  .meta({
    description: 'Going on would miss something: read anew what you follow, then go on from this cursor. The subscription ends.',
  })
  .register(FEED_SCHEMAS, { id: 'ResyncError' }); // prettier-ignore

const timestamp = instant.meta({ description: 'When the message was made up, wall clock.' });

export const entriesMessage = z
  .strictObject({
    type: z.literal('feed.entries'),
    timestamp,
    data: z.strictObject({ cursor, entries: z.array(feedEntry) }),
  })
  .meta({ description: 'What follows what was sent before.' })
  .register(FEED_SCHEMAS, { id: 'FeedEntriesMessage' });

export const resyncMessage = z
  .strictObject({
    type: z.literal('feed.resync'),
    timestamp,
    data: z.strictObject({ reason: z.enum(RESYNC_REASONS), cursor, entries: z.tuple([]) }),
  })
  .meta({ description: 'Going on would miss something: read anew what you follow. Calls go on from the cursor given here.',
   }).register(FEED_SCHEMAS, { id: 'FeedResyncMessage' }); // prettier-ignore

export const testMessage = z
  .strictObject({ type: z.literal('test'), timestamp, data: z.strictObject({ entries: z.tuple([]) }) })
  .meta({ description: 'Somebody tries out the webhook.' })
  .register(FEED_SCHEMAS, { id: 'TestMessage' });

export const webhookMessage = z.discriminatedUnion('type', [entriesMessage, resyncMessage, testMessage]);

export type EntryJson = z.infer<typeof feedEntry>;
export type PlaceJson = z.infer<typeof place>;
export type WebhookMessage = z.infer<typeof webhookMessage>;
