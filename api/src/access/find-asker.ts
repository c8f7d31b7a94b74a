import {
  findApiKey,
  findHolder,
  findSession,
  findShareLink,
  findUser,
  noteKeyUsed,
  type HolderRow,
} from 'graph-schema/cypher/access/askers';
import { FIELD_GROUPS, type FieldGroup } from 'graph-schema/domain/access/access-rules';
import { NOBODY, OPERATOR, shipmentKey, type Asker, type Granted } from 'graph-schema/domain/access/asker';
import type { AccountGraph } from './account-graph.ts';
import { API_KEY_PREFIX, hashOf, SHARE_LINK_PREFIX } from './tokens.ts';

const USED_EVERY_MS = 60_000;

/** Who holds this API key or share link; null: nobody, or not any more. `wall`: epoch milliseconds. */
export async function findBearer(graph: AccountGraph, token: string, wall: number): Promise<Asker | null> {
  const params = { hash: hashOf(token), now: wall };
  if (token.startsWith(SHARE_LINK_PREFIX)) {
    const [row] = await graph.read(findShareLink, params);
    if (!row) return null;
    const granted = grantedOf([[row.shipment, row.groups, row.until]]);
    const sight = granted.map(({ shipment }) => shipmentKey(shipment));
    return { ...NOBODY, kind: 'SHARE_LINK', actor: row.link, sight, granted };
  }
  if (!token.startsWith(API_KEY_PREFIX)) return null;
  const [row] = await graph.read(findApiKey, params);
  if (!row) return null;
  if (row.lastUsedAt === null || wall - row.lastUsedAt > USED_EVERY_MS)
    await graph.write((run) => run(noteKeyUsed, { id: row.key, now: wall }));
  const asker = holderOf(row);
  // A key reads: who sees what is changed by people.
  return {
    ...asker,
    kind: 'API_KEY',
    actor: row.key,
    isAdmin: false,
    groups: row.groups && groupsOf(row.groups),
  };
}

/** Whose session this is; null: it has ended. */
export async function findPerson(graph: AccountGraph, token: string, wall: number): Promise<Asker | null> {
  const [row] = await graph.read(findSession, { hash: hashOf(token), now: wall });
  return row ? { ...holderOf(row), actor: row.user, isAdmin: row.isAdmin } : null;
}

/** A person as he would ask now, for what he is sent while he is not there; null: he may not ask any more. */
export async function findAbsent(graph: Pick<AccountGraph, 'read'>, user: string): Promise<Asker | null> {
  const [row] = await graph.read(findUser, { id: user });
  return row ? { ...holderOf(row), actor: row.user, isAdmin: row.isAdmin } : null;
}

/** What an organisation sees, for what is done in its name; null: there is none. */
export async function findOrganisation(graph: Pick<AccountGraph, 'read'>, organisation: string, actor: string): Promise<Asker | null> {
  const [row] = await graph.read(findHolder, { organisation });
  return row ? { ...holderOf(row), actor } : null;
} // prettier-ignore

function holderOf({ organisation, kinds, keys, sources, granted }: HolderRow): Asker {
  if (kinds.includes('OPERATOR')) return { ...OPERATOR, organisation, roles: kinds, sources, isAdmin: false };
  const open = grantedOf(granted);
  const sight = [...new Set([...keys, ...open.map(({ shipment }) => shipmentKey(shipment))])];
  return { ...NOBODY, kind: 'MEMBER', organisation, roles: kinds, sight, sources, granted: open };
}

function grantedOf(rows: HolderRow['granted']): Granted[] {
  return rows.map(([shipment, groups, until]) => ({ shipment, groups: groupsOf(groups), until }));
}

/** A group that is no more is not shown. */
function groupsOf(names: readonly string[]): FieldGroup[] {
  return FIELD_GROUPS.filter((group) => names.includes(group));
}
