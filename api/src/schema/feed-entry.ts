import { isoInstant } from 'graph-schema/domain/instant-text';
import type { SummaryChange } from 'graph-schema/domain/summary/summary-change';
import type { SummaryEta, SummaryException } from 'graph-schema/domain/summary/summary';
import { builder } from '../builder.ts';
import { loadShipments, type Context } from '../context.ts';
import type { FeedPage } from '../feed/follow-feed.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { ToldClaim, ToldEntry } from '../feed/told-batch.ts';
import { toldTo, viewsById, type See } from '../feed/told-to.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { ActorEnum, ExceptionKindEnum, LoadStateEnum, PhaseEnum, SeverityEnum } from './enums.ts'; // prettier-ignore
import { ErrorInterface } from './error.ts';
import { EventTimeType } from './event-time.ts';
import { FeedKindEnum, JourneyPartEnum } from './feed-filter.ts';
import { happeningFields } from './happening.ts';
import { IdentifierType } from './identifier.ts';
import { PlaceType } from './place.ts';
import { ShipmentType } from './shipment.ts';
import { TransportType } from './transport.ts';

export const FeedClaimType = builder.objectRef<ToldClaim>('FeedClaim').implement({
  description: 'A claim that came or went.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id, as in `Voice.eventId`.' }),
    ...happeningFields(t),
    equipmentReference: t.string({
      nullable: true,
      description: 'The box or other unit that it happens to.',
      resolve: ({ event }) => event.equipment?.reference ?? null,
    }),
    loadState: t.field({
      type: LoadStateEnum,
      nullable: true,
      description: 'Empty or full, where it matters.',
      resolve: ({ event }) => event.loadState,
    }),
    transport: t.field({
      type: TransportType,
      nullable: true,
      description: 'What carries it.',
      resolve: ({ event }) => event.transport,
    }),
    documents: t.field({
      type: [IdentifierType],
      description: 'Papers that it names.',
      resolve: ({ event }) => event.documents.map(({ scheme, number }) => ({ scheme, value: number })),
    }),
  }),
});

export const FeedExceptionType = builder.objectRef<SummaryException>('FeedException').implement({
  description: 'An exception that opened, changed or closed.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'As in `JourneyException.id`.' }),
    kind: t.expose('kind', { type: ExceptionKindEnum, description: 'What is wrong.' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave it is, or was last.' }),
    openedAt: t.field({
      type: 'DateTime',
      description: 'When it began.',
      resolve: (e) => isoInstant(e.openedAt),
    }),
    actor: t.expose('actor', { type: ActorEnum, description: 'Who has to act.' }),
  }),
});

const FeedEtaType = builder.objectRef<SummaryEta>('FeedEta').implement({
  description: 'When the cargo arrives, as it read then.',
  fields: (t) => ({
    time: t.expose('time', { type: EventTimeType, description: 'When.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where.',
      resolve: (eta, _, c) => findPlaceView(eta.place, c.places),
    }),
    lateMinutes: t.exposeInt('lateMinutes', {
      nullable: true,
      description: 'Minutes later than planned; negative: earlier; null without a plan.',
    }),
  }),
});

const FeedChangeType = builder.objectRef<SummaryChange>('FeedChange').implement({
  description: 'What reads differently in a journey.',
  fields: (t) => ({
    parts: t.field({
      type: [JourneyPartEnum],
      description: 'Which parts.',
      resolve: (change) => [...change.parts],
    }),
    phase: t.field({
      type: PhaseEnum,
      nullable: true,
      description: 'The new phase; null: as before.',
      resolve: ({ now }) => now?.phase ?? null,
    }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it is now; null: as before, or nobody knows (see `parts`).',
      resolve: ({ now }, _, c) => findPlaceView(now?.place ?? null, c.places),
    }),
    eta: t.field({
      type: FeedEtaType,
      nullable: true,
      description: 'When it arrives now; null: as before, or nobody tells (see `parts`).',
      resolve: ({ now }) => now?.eta ?? null,
    }),
    opened: t.field({
      type: [FeedExceptionType],
      description: 'Exceptions that opened.',
      resolve: (change) => named(change, change.opened),
    }),
    changed: t.field({
      type: [FeedExceptionType],
      description: 'Exceptions that became graver or less grave.',
      resolve: (change) => named(change, change.changed),
    }),
    closed: t.field({
      type: [FeedExceptionType],
      description: 'Exceptions that closed.',
      resolve: (change) => named(change, change.closed),
    }),
  }),
});

function named({ of }: SummaryChange, ids: readonly string[]): SummaryException[] {
  return of?.filter(({ id }) => ids.includes(id)) ?? [];
}

const FeedEntryType = builder.objectRef<ToldEntry>('FeedEntry').implement({
  description: 'Something that changed for one shipment. Entries of one shipment come in the order in which it changed.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'The same whenever and over whatever it is told: drop what you have had.',
    }),
    shipmentId: t.exposeID('shipment', { description: 'Public id of the shipment.' }),
    shipment: t.field({
      type: ShipmentType,
      nullable: true,
      description: 'The shipment as it is now, not as it was then; null: you cannot see it, or nothing stands of it.',
      resolve: (entry, _, { shipments }) => shipments.load(entry.shipment),
    }),
    kind: t.expose('kind', { type: FeedKindEnum, description: 'What it tells.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was written, by the service clock.' }),
    claims: t.field({
      type: [FeedClaimType],
      description: 'ADDED, WITHDRAWN: the claims that came or went.',
      resolve: (entry) => [...entry.claims],
    }),
    change: t.field({
      type: FeedChangeType,
      nullable: true,
      description: 'DERIVED: what reads differently; null: only which claims belong together.',
      resolve: (entry) => entry.derived,
    }),
    mergedInto: t.id({
      nullable: true,
      description: 'MERGED_INTO: the shipment that goes on.',
      resolve: (entry) => entry.mergedInto,
    }),
  }),
}); // prettier-ignore

function seeing(context: Context): See {
  return async (asker, ids) => {
    const views = await loadShipments({ ...context, asker }, ids);
    // What he may see by now counts for all that is asked of the entries.
    for (const [index, id] of ids.entries()) context.shipments.clear(id).prime(id, views[index] ?? null);
    return viewsById(ids, views);
  };
}

/** Entries of a page as far as whoever asks may see them by now: what was asked for is held against what he sees once more. */
export async function tellPage(
  { entries, filter }: FeedPage,
  context: Context,
): Promise<readonly ToldEntry[]> {
  const asker = await context.renew();
  if (!asker) return [];
  return toldTo(entries, filter, asker, seeing(context), context.access.mask);
}

export const FeedPageType = builder.objectRef<FeedPage>('FeedPage').implement({
  description: 'Entries of the feed, and where to go on.',
  fields: (t) => ({
    entries: t.field({
      type: [FeedEntryType],
      description: 'In the order of each shipment. May be none: the cursor moved on.',
      resolve: async (page, _, context) => [...(await tellPage(page, context))],
    }),
    cursor: t.exposeString('cursor', {
      description: 'Opaque. Keep it: with it as `after` you get exactly what follows, over any transport.',
    }),
    behind: t.exposeInt('behind', {
      description: 'About how much of the feed is still to be read, 0: you have all. While you read slower than things happen it grows; nothing is lost.',
    }),
  }),
}); // prettier-ignore

const ResyncReasonEnum = builder.enumType('ResyncReason', {
  description: 'Why nobody can go on from a cursor.',
  values: {
    NO_CURSOR: { description: 'It is no cursor of this service.' },
    ANOTHER_FEED: { description: 'The service was set up anew.' },
    RESTORED: { description: 'The service was set back to an earlier state.' },
    EXPIRED: { description: 'What follows it is not kept any more.' },
    SIGHT_CHANGED: {
      description: 'Whoever asks may see other shipments than before, or is judged by other limits.',
    },
  } satisfies Record<ResyncError['reason'], { description: string }>,
});

builder.objectType(ResyncError, {
  name: 'ResyncError',
  description: 'Going on from this cursor would miss something: read anew what you follow, then go on from the cursor given here.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    reason: t.expose('reason', { type: ResyncReasonEnum, description: 'Why.' }),
    cursor: t.exposeString('cursor', {
      description: 'Of the feed as it is now: what is read after this was given misses nothing.',
    }),
  }),
}); // prettier-ignore
