import { setTimeout as after } from 'node:timers/promises';
import { isoInstant } from 'graph-schema/domain/instant-text';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { IngestHealth } from '../ingest-client.ts';

/** So often it is asked. */
const ASK_MS = 2000;

interface Told extends IngestHealth {
  readonly at: number;
}

const IngestHealthType = builder.objectRef<Told>('IngestHealth').implement({
  description: 'How intake does: whether it takes messages, and how many wait to be read.',
  fields: (t) => ({
    isReady: t.exposeBoolean('isReady', { description: 'Whether it answers, with graph and queue.' }),
    waiting: t.exposeInt('waiting', { nullable: true, description: 'Messages that wait; null: unknown.' }),
    active: t.exposeInt('active', { nullable: true, description: 'That are being read; null: unknown.' }),
    delayed: t.exposeInt('delayed', {
      nullable: true,
      description: 'That wait to be tried again; null: unknown.',
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was so, by the service clock.',
      resolve: ({ at }) => isoInstant(at),
    }),
  }),
});

/** As it is, and again when it is otherwise; who is slow is told how it is when he is ready for it. */
async function* followHealth({ ingest, now, left }: Context): AsyncGenerator<Told, undefined> {
  let last = '';
  while (!left?.aborted) {
    const health = await ingest.health();
    const text = JSON.stringify(health);
    if (text !== last) yield { ...health, at: now() };
    last = text;
    await after(ASK_MS, undefined, left ? { signal: left } : {}).catch(() => undefined);
  }
  return undefined;
}

builder.subscriptionField('ingestHealth', (t) =>
  t.field({
    type: IngestHealthType,
    description: 'How intake does, now and when it changes; looked at every two seconds.',
    subscribe: (_, __, context) => followHealth(context),
    resolve: (told: Told) => told,
  }),
);
