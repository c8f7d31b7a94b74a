import { listDeliveries, type DeliveryRow } from 'graph-schema/cypher/feed/webhook-deliveries';
import { builder } from '../builder.ts';
import { listOwn } from '../webhooks/own-webhooks.ts';
import { connected, datedCursor, readDatedCursor, type Connected } from './connected.ts';
import { DeliveryStateEnum, DeliveryType, WebhookType } from './webhook.ts';

const FIRST = 20;
const LOG_MAX = 100;
const KEPT = 'the newest first: a week of what was taken, a month of the rest.';

const WebhookDeliveryConnectionType = builder.connectionObject(
  { type: DeliveryType, name: 'WebhookDeliveryConnection', description: 'A page of the log of a webhook.' },
  { name: 'WebhookDeliveryEdge', description: 'A call and its place in the log.' },
);

builder.objectField(WebhookType, 'deliveries', (t) =>
  t.field({
    type: WebhookDeliveryConnectionType,
    description: `Its log, ${KEPT}`,
    complexity: ({ first }) => ({ field: 10, multiplier: Math.max(1, Math.min(first, LOG_MAX)) / 5 }),
    args: {
      state: t.arg({ type: DeliveryStateEnum, description: 'Only of this state; DEAD: the dead letters.' }),
      first: t.arg.int({ required: true, defaultValue: FIRST, description: `How many, at most ${LOG_MAX}.` }),
      after: t.arg.string({ description: 'Behind which cursor; null: from the newest on.' }),
    },
    resolve: async ({ id }, { state, first, after }, { access }): Promise<Connected<DeliveryRow>> => {
      const most = Math.max(1, Math.min(first, LOG_MAX));
      const place = readDatedCursor(after);
      const rows = await access.accounts.read(listDeliveries, {
        webhook: id,
        state: state ?? null,
        before: place?.at ?? Number.MAX_SAFE_INTEGER,
        after: place?.id ?? null,
        limit: most + 1,
      });
      return connected(rows.slice(0, most), datedCursor, { hasMore: rows.length > most, after });
    },
  }),
);

builder.queryField('webhookDeliveries', (t) =>
  t.field({
    type: [DeliveryType],
    deprecationReason: '`Webhook.deliveries` tells the same in pages, and leaves none out where two were made at one instant.',
    description: `The log of a webhook, ${KEPT}`,
    args: {
      webhook: t.arg.id({ required: true, description: 'Public id of the webhook.' }),
      state: t.arg({ type: DeliveryStateEnum, description: 'Only of this state; DEAD: the dead letters.' }),
      before: t.arg({ type: 'DateTime', description: 'Only older ones: the `at` of the last one gives the next page.' }),
      first: t.arg.int({ description: `How many at most, up to ${LOG_MAX}; null: ${FIRST}.` }),
    },
    resolve: async (_, { webhook, state, before, first }, context) => {
      const [own] = await listOwn(context, webhook);
      if (!own) return [];
      return context.access.accounts.read(listDeliveries, {
        webhook,
        state: state ?? null,
        before: before ? Date.parse(before) - 1 : Number.MAX_SAFE_INTEGER,
        after: null,
        limit: Math.min(Math.max(first ?? FIRST, 1), LOG_MAX),
      });
    },
  }),
); // prettier-ignore
