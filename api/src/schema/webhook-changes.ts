import { replayFrom, resumeDelivery } from 'graph-schema/cypher/feed/webhook-deliveries';
import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import type { AuditAction } from 'graph-schema/domain/access/audit-action';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import type { WebhookForm, WebhookSecret } from 'graph-schema/domain/feed/webhook';
import { feedReader } from '../access/own-rules.ts';
import { newId } from '../access/tokens.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { NotFoundError, WebhookError } from '../errors.ts';
import { positionAt, resumeAt } from '../feed/find-position.ts';
import { ResyncError } from '../feed/resync-error.ts';
import { whyNotTarget } from '../webhooks/allowed-targets.ts';
import { FOLLOWED, findOwn } from '../watch/own-lists.ts';
import { changeOwn, createOwn, deleteOwn, WEBHOOKS_MAX } from '../webhooks/own-webhooks.ts';
import { newSecret, rotated } from '../webhooks/secrets.ts';
import { FeedFilterInput, readFilter, unreadable } from './feed-filter.ts';
import { WebhookType } from './webhook.ts';

const HOUR_MS = 3_600_000;
const KEEP_HOURS = 24;
const KEEP_HOURS_MAX = 24 * 30;
const ENTRIES = 100;
const ENTRIES_MAX = 1000;

interface WithSecret {
  readonly webhook: WebhookRow;
  readonly secret: string;
}
const WithSecretType = builder.objectRef<WithSecret>('WebhookSecret').implement({
  description: 'A webhook with a new secret, which is shown this once.',
  fields: (t) => ({
    webhook: t.expose('webhook', { type: WebhookType, description: 'The webhook.' }),
    secret: t.exposeString('secret', { description: '`whsec_…`: what the receiver checks signatures with.' }),
  }),
});

/** Changes one of the own webhooks. */
async function change(
  context: Context,
  action: AuditAction,
  id: string,
  work: Parameters<typeof changeOwn>[3],
): Promise<WebhookRow> {
  const changed = await changeOwn(context, action, id, work);
  if (!changed) throw new NotFoundError(`Webhook ${id}`);
  return changed;
}

/** What a subscription of a standard is, its subscriber says in the standard. */
function checkedForm({ form }: WebhookRow): void {
  if (form !== ('STANDARD' satisfies WebhookForm))
    throw new WebhookError('OTHER_FORM', 'It is a subscription of a standard: there it is changed.');
} // prettier-ignore

function checkedUrl(url: string, { webhooks }: Context): string {
  const why = whyNotTarget(url, webhooks.targets);
  if (why !== null) throw new WebhookError('REFUSED_URL', why);
  return url;
}

/** What a person follows by himself is nothing to a webhook, which is the organisation’s. */
async function checkedFilter(input: typeof FeedFilterInput.$inferInput | null | undefined, context: Context): Promise<string> {
  const wrong = input && unreadable(input);
  if (wrong) throw new WebhookError(wrong.code, wrong.message, wrong.value);
  const filter = readFilter(input);
  const { watchList } = filter;
  if (watchList && (watchList === FOLLOWED || !(await findOwn(context, watchList))))
    throw new WebhookError('NO_SUCH_LIST', `The organisation has no watch list ${watchList}.`);
  return JSON.stringify(filter);
} // prettier-ignore

function checkedEntries(entriesMax: number): number {
  if (entriesMax >= 1 && entriesMax <= ENTRIES_MAX) return entriesMax;
  throw new WebhookError('TOO_MUCH', `entriesMax: 1 to ${ENTRIES_MAX}.`);
}

builder.mutationFields((t) => {
  const id = t.arg.id({ required: true, description: 'Public id of the webhook.' });
  const url = { description: 'https, and a public address.' };
  const description = t.arg.string({ description: 'What you call it.' });
  const filter = t.arg({ type: FeedFilterInput, description: 'Which entries. Null: all that you may see; to change: as before.' });
  const entriesMax = t.arg.int({ description: `Entries of one call at most, up to ${ENTRIES_MAX}; null: ${ENTRIES}, to change: as before.` });
  const union = { description: 'The webhook, or why not.' };
  return {
    createWebhook: t.field({
      type: WithSecretType,
      description: 'Has an address called with what follows from now on.',
      args: { url: t.arg.string({ required: true, ...url }), description, filter, entriesMax },
      errors: { types: [WebhookError], union },
      resolve: async (_, args, context) => {
        const { asker, graph } = context;
        const secret = newSecret();
        const webhook = await createOwn(context, 'createWebhook', {
          id: newId('whk'),
          form: 'STANDARD' satisfies WebhookForm,
          url: checkedUrl(args.url, context),
          description: args.description ?? '',
          filter: await checkedFilter(args.filter, context),
          events: null,
          groups: null,
          entriesMax: checkedEntries(args.entriesMax ?? ENTRIES),
          secrets: JSON.stringify([{ secret, endsAt: null }] satisfies WebhookSecret[]),
          cursor: writeCursor(await positionAt(graph, feedReader(asker), null)),
        });
        if (!webhook) throw new WebhookError('TOO_MUCH', `At most ${WEBHOOKS_MAX} webhooks.`);
        return { webhook, secret };
      },
    }),
    changeWebhook: t.field({
      type: WebhookType,
      description: 'Changes what is given; the rest stays. A call that is under way keeps its entries.',
      args: { id, url: t.arg.string(url), description, filter, entriesMax },
      errors: { types: [NotFoundError, WebhookError], union },
      resolve: (_, args, context) =>
        change(context, 'changeWebhook', args.id, async (_run, row) => {
          checkedForm(row);
          return {
            ...(args.url ? { url: checkedUrl(args.url, context) } : {}),
            ...(typeof args.description === 'string' ? { description: args.description } : {}),
            ...(args.filter ? { filter: await checkedFilter(args.filter, context) } : {}),
            ...(args.entriesMax ? { entriesMax: checkedEntries(args.entriesMax) } : {}),
          };
        }),
    }),
    rotateWebhookSecret: t.field({
      type: WithSecretType,
      description: 'Makes a new secret. Until the old ones end, calls carry the signatures of all.',
      args: {
        id,
        keepHours: t.arg.int({ description: `How long the old ones still sign, up to ${KEEP_HOURS_MAX}; null: ${KEEP_HOURS}. 0: they leaked.` }),
      },
      errors: { types: [NotFoundError, WebhookError], union },
      resolve: async (_, args, context) => {
        const secret = newSecret();
        const hours = Math.min(Math.max(args.keepHours ?? KEEP_HOURS, 0), KEEP_HOURS_MAX);
        const webhook = await change(context, 'rotateWebhookSecret', args.id, async (_run, row) => {
          checkedForm(row);
          return { secrets: JSON.stringify(rotated(row, secret, context.access.wall(), hours * HOUR_MS)) };
        });
        return { webhook, secret };
      },
    }),
    pauseWebhook: t.field({
      type: WebhookType,
      description: 'Calls it no more until it is enabled; then it goes on where it stopped.',
      args: { id },
      errors: { types: [NotFoundError], union },
      resolve: (_, args, context) => change(context, 'pauseWebhook', args.id, async () => ({ state: 'PAUSED' })),
    }),
    enableWebhook: t.field({
      type: WebhookType,
      description: 'Calls it again, from where it stopped; what waits or died on the way is tried at once, under its old id.',
      args: { id, skip: t.arg.boolean({ description: 'Leaves the call out that it stopped at.' }) },
      errors: { types: [NotFoundError], union },
      resolve: (_, args, context) =>
        change(context, 'enableWebhook', args.id, async (run) => {
          await run(resumeDelivery, { webhook: args.id, now: context.access.wall(), skip: args.skip ?? false });
          return { state: 'ENABLED', notice: null, failingSince: null, refused: 0 };
        }),
    }),
    replayWebhook: t.field({
      type: WebhookType,
      description: 'Goes on from another place: what follows it is sent, again where it was before, with the same entry ids.',
      args: {
        id,
        after: t.arg.string({ description: 'A cursor.' }),
        from: t.arg({ type: 'DateTime', description: 'Or an instant by the service clock, as far as the feed is kept; both null: now.' }),
      },
      errors: { types: [NotFoundError, ResyncError], union },
      resolve: async (_, { id: webhook, after, from }, context) => {
        const { graph, asker } = context;
        const position = after ? await resumeAt(graph, feedReader(asker), after) : await positionAt(graph, feedReader(asker), from ?? null);
        if (position instanceof ResyncError) throw position;
        const cursor = writeCursor(position);
        return change(context, 'replayWebhook', webhook, async (run) => {
          await run(replayFrom, { webhook, cursor });
          return {};
        });
      },
    }),
    deleteWebhook: t.field({
      type: WebhookType,
      description: 'Calls it no more and forgets its log. Answers it as it was.',
      args: { id },
      errors: { types: [NotFoundError], union },
      resolve: async (_, args, context) => {
        const gone = await deleteOwn(context, 'deleteWebhook', args.id);
        if (!gone) throw new NotFoundError(`Webhook ${args.id}`);
        return gone;
      },
    }),
  };
}); // prettier-ignore
