import {
  listAlertLetters,
  type LoggedLetterRow,
  type LoggedPush,
} from 'graph-schema/cypher/feed/alert-letters';
import type { LetterState, PushState } from 'graph-schema/domain/alert/alert-rule';
import { isoInstant, isoInstantOrNull } from 'graph-schema/domain/instant-text';
import { readerOf } from '../alerts/own-rules.ts';
import { builder } from '../builder.ts';
import { named } from './enums.ts';
import { attemptsIn, AttemptType } from './webhook.ts';

const LOG_MAX = 100;

const LetterStateEnum = named('AlertLetterState', 'What became of a letter.', {
  PENDING: 'It is tried, again and again for three days.',
  DELIVERED: 'The mail server took it.',
  FILED:
    'No mail server is set up: it lies as a file in the outbox of the data folder, and nobody was sent it.',
  DEAD: 'The mail server refused it for good, or took nothing in three days.',
  EMPTY: 'When it was to go, nothing of it stood or was to be seen any more: it was not sent.',
} satisfies Record<LetterState, string>);

const PushStateEnum = named('AlertPushState', 'What became of a letter on one device.', {
  PENDING: 'It is tried, again and again for a day.',
  DELIVERED:
    'The push service of the browser took it, and shows it when the device is reached within that day.',
  DEAD: 'The push service refused it for good, or took nothing in a day.',
  GONE: 'The device was subscribed no more.',
  EMPTY: 'When it was to go, nothing of it stood or was to be seen any more: it was not sent.',
} satisfies Record<PushState, string>);

const AlertPushType = builder.objectRef<LoggedPush>('AlertPush').implement({
  description: 'A letter on one device, where its first line is shown and leads to the journey.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Tells it from the others.' }),
    device: t.exposeString('name', { description: 'What the device was called.' }),
    state: t.field({ type: PushStateEnum, description: 'What became of it.', resolve: ({ state }) => state as PushState }),
    attempts: t.field({
      type: [AttemptType],
      description: 'In order.',
      resolve: attemptsIn,
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried next; null: no more.',
      resolve: ({ nextAttemptAt }) => isoInstantOrNull(nextAttemptAt),
    }),
  }),
}); // prettier-ignore

const AlertLetterType = builder.objectRef<LoggedLetterRow>('AlertLetter').implement({
  description: 'A letter to a person, without its words: those are made up when it is sent, and not kept.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The part before the @ of its `Message-ID`, the same at every attempt.' }),
    state: t.field({ type: LetterStateEnum, description: 'What became of it.', resolve: ({ state }) => state as LetterState }),
    at: t.field({ type: 'DateTime', description: 'When it was begun, wall clock.', resolve: ({ at }) => isoInstant(at) }),
    address: t.exposeString('address', { description: 'Where it went, or goes.' }),
    matters: t.exposeInt('matters', { description: 'How many matters it tells.' }),
    attempts: t.field({
      type: [AttemptType],
      description: 'In order.',
      resolve: attemptsIn,
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried next; null: no more.',
      resolve: ({ nextAttemptAt }) => isoInstantOrNull(nextAttemptAt),
    }),
    pushes: t.field({ type: [AlertPushType], description: 'What became of it on the devices that were subscribed when it was begun.', resolve: ({ pushes }) => pushes }),
  }),
}); // prettier-ignore

builder.queryField('alertLetters', (t) =>
  t.field({
    type: [AlertLetterType],
    description: 'The letters to you of the last month, the newest first.',
    args: {
      before: t.arg({ type: 'DateTime', description: 'Only older ones: the `at` of the last one gives the next page.' }),
      first: t.arg.int({ description: `How many at most, up to ${LOG_MAX}; null: 20.` }),
    },
    resolve: (_, { before, first }, { access, asker }) =>
      access.accounts.read(listAlertLetters, {
        reader: readerOf(asker),
        before: before ? Date.parse(before) : Number.MAX_SAFE_INTEGER,
        limit: Math.min(Math.max(first ?? 20, 1), LOG_MAX),
      }),
  }),
); // prettier-ignore
