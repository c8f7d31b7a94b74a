import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listWebhooks,
  type WebhookRow,
} from 'graph-schema/cypher/feed/webhooks';
import type { AuditAction } from 'graph-schema/domain/access/audit-action';
import type { WebhookForm } from 'graph-schema/domain/feed/webhook';
import type { Run } from '../access/account-graph.ts';
import { changeAccounts } from '../access/change-accounts.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './owner-of.ts';

/** Each is called by itself, and reads the feed for itself. */
export const WEBHOOKS_MAX = 50;

export type NewWebhook = Omit<WebhookRow, 'organisation' | 'failingSince' | 'pending' | 'notice' | 'disabledBecause' | 'disabledError' | 'createdAt' | 'refused' | 'state'>; // prettier-ignore
type Changes = Partial<Record<keyof WebhookRow, string | number | null>>;

/** The own webhooks, the oldest first; `id` null: all. */
export function listOwn({ access, asker }: Context, id: string | null = null): Promise<WebhookRow[]> {
  return access.accounts.read(listWebhooks, { organisation: ownerOf(asker), id });
}

/** Makes one, with its entry in the audit trail under `action`; null: there are as many as there may be. */
export async function createOwn(context: Context, action: AuditAction, made: NewWebhook): Promise<WebhookRow | null> {
  const { asker, access } = context;
  const row = { ...made, organisation: ownerOf(asker), state: 'ENABLED', createdAt: access.wall(), refused: 0 };
  const webhook = await changeAccounts(context, action, async (run) => {
    const own = await run(listWebhooks, { organisation: row.organisation, id: null });
    return own.length < WEBHOOKS_MAX ? ((await run(createWebhook, { row }))[0] ?? null) : null;
  }, ({ id }) => id);
  context.webhooks.nudge();
  return webhook;
} // prettier-ignore

/** Changes one in the transaction of its entry in the audit trail; null: there is none, or `work` answered so. */
export async function changeOwn(
  context: Context,
  action: AuditAction,
  id: string,
  work: (run: Run, webhook: WebhookRow) => Promise<Changes | null>,
): Promise<WebhookRow | null> {
  const organisation = ownerOf(context.asker);
  const changed = await changeAccounts(context, action, async (run) => {
    const [webhook] = await run(listWebhooks, { organisation, id });
    const set = webhook ? await work(run, webhook) : null;
    return set ? ((await run(changeWebhook, { id, organisation, set }))[0] ?? null) : null;
  }, (row) => row.id);
  if (changed) context.webhooks.nudge();
  return changed;
} // prettier-ignore

/** Calls one no more and forgets its log; answers it as it was. `form` null: of any. Null: there is none. */
export function deleteOwn(context: Context, action: AuditAction, id: string, form: WebhookForm | null = null): Promise<WebhookRow | null> {
  const organisation = ownerOf(context.asker);
  return changeAccounts(context, action, async (run) => {
    const [webhook] = await run(listWebhooks, { organisation, id });
    if (!webhook || (form !== null && webhook.form !== form)) return null;
    await run(deleteWebhook, { organisation, id });
    return webhook;
  }, (row) => row.id);
} // prettier-ignore
