import { isoInstantOrNull } from 'graph-schema/domain/instant-text';
import { builder } from '../builder.ts';
import type { ConsumerKind } from '../feed/falling-behind.ts';
import { listConsumers, type FeedConsumer } from '../feed/feed-consumers.ts';
import { named } from './enums.ts';
import { WebhookStateEnum } from './webhook.ts';

const FeedConsumerKindEnum = named('FeedConsumerKind', 'How somebody follows the feed.', {
  STANDARD: 'A webhook.',
  DCSA_2: 'A subscription in the form of DCSA Track and Trace 2.2.',
  EPCIS_2: 'A subscription in the form of GS1 EPCIS 2.0.',
  CONNECTION: 'A subscription of GraphQL, or a named query of EPCIS, over a connection that is open now.',
} satisfies Record<ConsumerKind, string>);

const FeedConsumerType = builder.objectRef<FeedConsumer>('FeedConsumer').implement({
  description: 'Who follows the feed, and how far behind its end.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id of a webhook; of a connection a name in its process.' }),
    kind: t.expose('kind', { type: FeedConsumerKindEnum, description: 'How it follows.' }),
    organisation: t.exposeID('organisation', { nullable: true, description: 'Whose; null: of whoever runs the service.' }),
    name: t.exposeString('name', { description: 'What its owner calls it; empty: nothing.' }),
    target: t.exposeString('target', { nullable: true, description: 'Where it is called: scheme and host alone; null: a connection.' }),
    state: t.expose('state', { type: WebhookStateEnum, nullable: true, description: 'Whether it is called; null: a connection.' }),
    cursor: t.exposeString('cursor', { nullable: true, description: 'What it took goes up to here; null: a connection that has not begun.' }),
    failingSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when nothing came through, wall clock; null: the last call did, or it is a connection.',
      resolve: ({ failingSince }) => isoInstantOrNull(failingSince),
    }),
    batches: t.exposeInt('batches', {
      nullable: true,
      description: 'Batches of the feed still to be read, wanted or not; null: it cannot go on from where it is. A webhook keeps no place among fewer than 500 that it did not want.',
    }),
    entries: t.exposeInt('entries', { nullable: true, description: 'Entries in them, wanted or not; null: unknown.' }),
    oldestAt: t.expose('oldestAt', { type: 'DateTime', nullable: true, description: 'When the oldest of them was written, by the service clock; null: there is none.' }),
    lagSeconds: t.exposeFloat('lagSeconds', { nullable: true, description: 'How long ago that was, in seconds of the wall clock; null: there is none.' }),
    isFallingBehind: t.exposeBoolean('isFallingBehind', {
      description: 'Whether somebody should look: it is held up for more than five minutes, disabled itself, or cannot go on.',
    }),
  }),
}); // prettier-ignore

builder.queryField('feedConsumers', (t) =>
  t.field({
    type: [FeedConsumerType],
    description:
      'Who follows the feed: webhooks and subscriptions of all organisations, and connections of the process that answers. What somebody should look at comes first, then the slowest.',
    resolve: (_, __, context) => listConsumers(context),
  }),
);
