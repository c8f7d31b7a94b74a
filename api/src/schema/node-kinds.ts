import { listOrganisations } from 'graph-schema/cypher/access/organisations';
import { receivedMessagesById } from 'graph-schema/cypher/read/received-messages-by-id';
import { getPortDirectory } from 'graph-schema/reference/port-directory';
import { listOwn as listAlertRules } from '../alerts/own-rules.ts';
import { reachOf } from '../access/change-accounts.ts';
import { problemOf } from '../access/guard-schema.ts';
import { ROOT_RULES } from '../access/root-rules.ts';
import type { Context } from '../context.ts';
import { AsOfError } from '../errors.ts';
import { listOwn as listViews } from '../views/own-views.ts';
import { listOwn as listWatchLists, publicId } from '../watch/own-lists.ts';
import { listOwn as listWebhooks } from '../webhooks/own-webhooks.ts';

interface NodeKind {
  readonly type: string;
  /** The query that tells of it otherwise: whoever may not ask that finds nothing by an id either. */
  readonly question: string;
  /** Its ids, and no other's. */
  readonly ids: RegExp;
  /** By id, of what whoever asks may see; `at`: as of an instant in epoch milliseconds, where it has a past. */
  load(ids: readonly string[], context: Context, at: number | null): Promise<ReadonlyMap<string, object>>;
}

function byId<T extends object>(rows: readonly T[], idOf: (row: T) => string): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [idOf(row), row]));
}
const own = ({ id }: { readonly id: string }) => id;

/** All that answers for itself by an id; each in as many statements as one. */
export const NODE_KINDS: readonly NodeKind[] = [
  {
    type: 'Organisation',
    question: 'organisations',
    ids: /^org_/,
    load: async (ids, context) => {
      const only = ids.length === 1 ? (ids[0] ?? null) : null;
      const [reach, { accounts }] = [reachOf(context, only), context.access];
      return byId(await accounts.read(listOrganisations, { id: reach }), own);
    },
  },
  {
    type: 'Webhook',
    question: 'webhooks',
    ids: /^whk_/,
    load: async (_, context) => byId(await listWebhooks(context), own),
  },
  {
    type: 'WatchList',
    question: 'watchLists',
    ids: /^(wtl_.*|followed)$/,
    load: async (_, context) => byId(await listWatchLists(context), publicId),
  },
  {
    type: 'SavedView',
    question: 'savedViews',
    ids: /^vew_/,
    load: async (_, context) => byId(await listViews(context), own),
  },
  {
    type: 'AlertRule',
    question: 'alertRules',
    ids: /^alr_/,
    load: async (_, context) => byId(await listAlertRules(context), own),
  },
  {
    type: 'ReceivedMessage',
    question: 'receivedMessage',
    ids: /:[0-9a-f]{64}$/,
    load: async (ids, { graph, access, asker }) => {
      const found = await graph.run(receivedMessagesById, { ids });
      for (const { id } of found) access.audit.seen(asker, 'sawMessage', id);
      return byId(found, own);
    },
  },
  {
    type: 'Port',
    question: 'port',
    ids: /^[A-Z]{2}[A-Z0-9]{3}$/,
    load: async (ids) => byId(ids.flatMap((id) => getPortDirectory().get(id) ?? []), ({ code }) => code),
  },
  { type: 'Shipment', question: 'shipment', ids: /^shp_/, load: shipmentsOf },
]; // prettier-ignore

/** What a node is; it does not say so itself. */
export const nodeTypes = new WeakMap<object, string>();

/** In the order of the ids; null: there is none, or not for whoever asks. Throws an `AsOfError`. */
export async function nodesById(
  ids: readonly string[],
  context: Context,
  at: number | null,
): Promise<(object | null)[]> {
  const found = new Map<string, object>();
  await Promise.all(
    NODE_KINDS.map(async ({ type, question, ids: shape, load }) => {
      const some = ids.filter((id) => shape.test(id));
      if (some.length === 0 || problemOf(context.asker, ROOT_RULES[`Query.${question}`] ?? 'OPERATOR'))
        return;
      for (const [id, node] of await load(some, context, at)) {
        nodeTypes.set(node, type);
        found.set(id, node);
      }
    }),
  );
  return ids.map((id) => found.get(id) ?? null);
}

/** What nobody had told of by then is as little there as what is another's. */
async function shipmentsOf(
  ids: readonly string[],
  { shipments, shipmentsThen }: Context,
  at: number | null,
): Promise<ReadonlyMap<string, object>> {
  const loaded = at === null ? await shipments.loadMany(ids) : await shipmentsThen.loadMany(ids.map((id) => ({ id, at })));
  return new Map(
    loaded.flatMap((view, index): [string, object][] => {
      if (view instanceof AsOfError && view.code === 'AS_OF_NOT_YET_KNOWN') return [];
      if (view instanceof Error) throw view;
      return view ? [[ids[index] ?? '', view]] : [];
    }),
  );
} // prettier-ignore
