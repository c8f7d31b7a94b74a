import type { DeliveryRow } from 'graph-schema/cypher/feed/webhook-deliveries';
import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import type {
  DeliveryAttempt,
  DeliveryState,
  WebhookForm,
  WebhookState,
} from 'graph-schema/domain/feed/webhook';
import type { DisablingReason } from 'graph-schema/domain/feed/webhook-notice';
import { splitKey } from 'graph-schema/domain/identifier';
import { isoInstant, isoInstantOrNull } from 'graph-schema/domain/instant-text';
import { builder } from '../builder.ts';
import { listOwn } from '../webhooks/own-webhooks.ts';
import { signingSecrets } from '../webhooks/secrets.ts';
import { ExceptionKindEnum, named, PhaseEnum } from './enums.ts';
import { FeedKindEnum, JourneyPartEnum } from './feed-filter.ts';
import { IdentifierType } from './identifier.ts';
import { NodeInterface } from './node-interface.ts';

const WebhookFormEnum = named('WebhookForm', 'How a webhook is called, and with what.', {
  STANDARD: 'With entries of the feed, in the form of Standard Webhooks.',
  DCSA_2:
    'With events, as a subscription of DCSA Track and Trace 2.2: `/v2/event-subscriptions` makes and changes it.',
  EPCIS_2:
    'With events, as a query subscription of GS1 EPCIS 2.0: `/epcis/v2/queries/{name}/subscriptions` makes it.',
} satisfies Record<WebhookForm, string>);

export const WebhookStateEnum = named('WebhookState', 'Whether a webhook is called.', {
  ENABLED: 'It is.',
  PAUSED: 'Somebody paused it; it goes on where it stopped.',
  DISABLED: 'It disabled itself, see its notice; it goes on where it stopped.',
} satisfies Record<WebhookState, string>);

const DisablingReasonEnum = named('WebhookDisablingReason', 'Why a webhook disabled itself.', {
  REFUSED: 'The receiver refused 10 calls in a row for good.',
  GONE: 'The receiver answered 410 Gone.',
  OVERDUE: 'A call did not come through in three days.',
} satisfies Record<DisablingReason, string>);

export const DeliveryStateEnum = named('DeliveryState', 'What became of a call.', {
  PENDING: 'It is tried, again and again for three days.',
  DELIVERED: 'The receiver took it.',
  DEAD: 'A dead letter 死信: the receiver refused it for good, is gone, or took nothing in three days.',
  SKIPPED: 'Left out by hand, or by a replay.',
} satisfies Record<DeliveryState, string>);

/** Attempts as they are kept: each a text of JSON, in order. */
export function attemptsIn({ attempts }: { readonly attempts: readonly string[] }): DeliveryAttempt[] {
  return attempts.map((text) => JSON.parse(text) as DeliveryAttempt);
}

export const AttemptType = builder.objectRef<DeliveryAttempt>('DeliveryAttempt').implement({
  description: 'One attempt at a call or a letter.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'When, wall clock.', resolve: ({ at }) => isoInstant(at) }),
    milliseconds: t.exposeInt('milliseconds', { description: 'How long it took.' }),
    status: t.exposeInt('status', {
      nullable: true,
      description: 'HTTP status, of a letter the SMTP reply; null: no answer.',
    }),
    error: t.exposeString('error', { nullable: true, description: 'What was wrong; null: nothing.' }),
  }),
});

export const DeliveryType = builder.objectRef<DeliveryRow>('WebhookDelivery').implement({
  description: 'One call of a webhook, with all attempts at it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The `webhook-id` of every attempt.' }),
    state: t.field({
      type: DeliveryStateEnum,
      description: 'What became of it.',
      resolve: ({ state }) => state as DeliveryState,
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was made up, wall clock.',
      resolve: ({ at }) => isoInstant(at),
    }),
    entries: t.exposeInt('entries', { description: 'Entries of the feed in it; of the form DCSA_2 events.' }),
    after: t.exposeString('after', {
      description: 'The cursor before them: with it `changes` tells them again.',
    }),
    cursor: t.exposeString('cursor', { description: 'The cursor behind them.' }),
    body: t.exposeString('body', { nullable: true, description: 'What is sent; null once it was taken.' }),
    attempts: t.field({
      type: [AttemptType],
      description: 'In order.',
      resolve: attemptsIn,
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried next; null: not by itself.',
      resolve: ({ nextAttemptAt }) => isoInstantOrNull(nextAttemptAt),
    }),
  }),
});

const WebhookFilterType = builder.objectRef<FeedFilter>('WebhookFilter').implement({
  description: 'Which entries are sent, as `FeedFilter`; a list that is null asks for all.',
  fields: (t) => ({
    shipments: t.idList({
      nullable: true,
      description: 'Shipments.',
      resolve: (filter) => filter.shipments && [...filter.shipments],
    }),
    numbers: t.field({
      type: [IdentifierType],
      nullable: true,
      description: 'Numbers of papers or boxes, each of what it can be.',
      resolve: (filter) => filter.numbers?.map(splitKey),
    }),
    watchList: t.exposeID('watchList', { nullable: true, description: 'A watch list of the organisation.' }),
    kinds: t.field({
      type: [FeedKindEnum],
      nullable: true,
      description: 'Kinds of entries.',
      resolve: (filter) => filter.kinds && [...filter.kinds],
    }),
    codes: t.stringList({
      nullable: true,
      description: 'Codes of claims.',
      resolve: (filter) => filter.codes && [...filter.codes],
    }),
    phases: t.field({
      type: [PhaseEnum],
      nullable: true,
      description: 'Phases that the cargo comes into.',
      resolve: (filter) => filter.phases && [...filter.phases],
    }),
    exceptions: t.field({
      type: [ExceptionKindEnum],
      nullable: true,
      description: 'Kinds of exceptions.',
      resolve: (filter) => filter.exceptions && [...filter.exceptions],
    }),
    parts: t.field({
      type: [JourneyPartEnum],
      nullable: true,
      description: 'Parts of the journey.',
      resolve: (filter) => filter.parts && [...filter.parts],
    }),
  }),
});

export const WebhookType = builder.objectRef<WebhookRow>('Webhook').implement({
  description:
    'An address that is called when something changes: one call at a time, so that each shipment keeps its order.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    form: t.field({
      type: WebhookFormEnum,
      description: 'How it is called, and with what.',
      resolve: ({ form }) => form as WebhookForm,
    }),
    url: t.exposeString('url', { description: 'What is called.' }),
    description: t.exposeString('description', { description: 'What its owner calls it.' }),
    filter: t.field({
      type: WebhookFilterType,
      description: 'Which entries are sent.',
      resolve: ({ filter }) => JSON.parse(filter) as FeedFilter,
    }),
    entriesMax: t.exposeInt('entriesMax', { description: 'Entries of one call at most.' }),
    state: t.field({
      type: WebhookStateEnum,
      description: 'Whether it is called.',
      resolve: ({ state }) => state as WebhookState,
    }),
    notice: t.exposeString('notice', {
      nullable: true,
      description: 'Why it disabled itself; null: it did not.',
    }),
    disabledBecause: t.field({
      type: DisablingReasonEnum,
      nullable: true,
      description: 'The reason of that; null: it did not, or it did before reasons were kept.',
      resolve: ({ notice, disabledBecause }) =>
        notice === null ? null : (disabledBecause as DisablingReason | null),
    }),
    disabledError: t.string({
      nullable: true,
      description: 'What was wrong last, as with its attempts; null: nothing that is told.',
      resolve: ({ notice, disabledError }) => (notice === null ? null : disabledError),
    }),
    cursor: t.exposeString('cursor', {
      description: 'Everything up to here was taken, given up or not wanted.',
    }),
    secretCount: t.int({
      description: 'How many secrets sign now.',
      resolve: (row, _, { access }) => signingSecrets(row, access.wall()).length,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was made, wall clock.',
      resolve: ({ createdAt }) => isoInstant(createdAt),
    }),
    failingSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when nothing came through; null: the last call did.',
      resolve: ({ failingSince }) => isoInstantOrNull(failingSince),
    }),
  }),
});

builder.queryField('webhooks', (t) =>
  t.field({
    type: [WebhookType],
    description: 'Webhooks of the own organisation; an operator’s are those of the service.',
    resolve: (_, __, context) => listOwn(context),
  }),
);
