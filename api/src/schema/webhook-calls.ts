import { findDelivery, noteResent, type DeliveryRow } from 'graph-schema/cypher/feed/webhook-deliveries';
import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import type { DeliveryAttempt } from 'graph-schema/domain/feed/webhook';
import { changeAccounts } from '../access/change-accounts.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { attemptOf, callOf, newMessageId } from '../webhooks/drive-webhook.ts';
import { formOf } from '../webhooks/forms.ts';
import { listOwn } from '../webhooks/own-webhooks.ts';
import { DeliveryType } from './webhook.ts';

const TestType = builder.objectRef<DeliveryAttempt>('WebhookTest').implement({
  description: 'What came of a test call.',
  fields: (t) => ({
    isTaken: t.boolean({
      description: 'Whether the receiver took it.',
      resolve: ({ error }) => error === null,
    }),
    status: t.exposeInt('status', { nullable: true, description: 'HTTP status; null: no answer.' }),
    error: t.exposeString('error', { nullable: true, description: 'What was wrong; null: nothing.' }),
    milliseconds: t.exposeInt('milliseconds', { description: 'How long it took.' }),
  }),
});

async function find(context: Context, id: string): Promise<WebhookRow> {
  const [row] = await listOwn(context, id);
  if (!row) throw new NotFoundError(`Webhook ${id}`);
  return row;
}

/** Calls at once, signed like any other call. */
async function callNow(
  { access, webhooks }: Context,
  webhook: WebhookRow,
  message: { readonly id: string; readonly body: string },
): Promise<DeliveryAttempt> {
  const at = access.wall();
  const result = await webhooks.caller.call(callOf(webhook, message, at));
  return attemptOf(result, at, access.wall());
}

builder.mutationFields((t) => ({
    testWebhook: t.field({
      type: TestType,
      description: 'Calls it at once with a message that only tries out (type `test`; of DCSA an empty list), signed like any other, and says what came of it.',
      args: { id: t.arg.id({ required: true, description: 'Public id of the webhook.' }) },
      errors: { types: [NotFoundError], union: { description: 'What came of it, or that there is no such webhook.' } },
      resolve: async (_, args, context) => {
        const webhook = await find(context, args.id);
        const body = formOf(webhook).test(context.access.wall());
        return callNow(context, webhook, { id: newMessageId(), body });
      },
    }),
    resendWebhookDelivery: t.field({
      type: DeliveryType,
      description: 'Sends a dead letter again, at once and under its old id. Newer entries may have come before it.',
      args: { id: t.arg.id({ required: true, description: 'Id of the dead letter.' }) },
      errors: { types: [NotFoundError], union: { description: 'The call as it is now, or that there is none.' } },
      resolve: async (_, args, context) => {
        const [dead] = await context.access.accounts.read(findDelivery, { id: args.id });
        if (dead?.state !== 'DEAD' || dead.body === null) throw new NotFoundError(`Dead letter ${args.id}`);
        const webhook = await find(context, dead.webhook);
        const made = await callNow(context, webhook, { id: dead.id, body: dead.body });
        const params = { id: dead.id, attempt: JSON.stringify(made), isTaken: made.error === null };
        const noted = await changeAccounts(context, 'resendWebhookDelivery', async (run): Promise<DeliveryRow | null> => (await run(noteResent, params))[0] ?? null, (one) => one.webhook);
        if (!noted) throw new NotFoundError(`Dead letter ${args.id}`);
        return noted;
      },
    }),
})); // prettier-ignore
