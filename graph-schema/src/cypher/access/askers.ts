import { statement } from '../statement.ts';

/** What an organisation holds, and what was granted to it: an asker is made of this. */
export interface HolderRow {
  readonly organisation: string;
  /** `OPERATOR` among them: it sees everything. */
  readonly kinds: readonly string[];
  readonly keys: readonly string[];
  readonly sources: readonly string[];
  /** [public id of what answers as the shipment now, groups of fields, end in epoch milliseconds]. */
  readonly granted: readonly [shipment: string, groups: readonly string[], until: number | null][];
}

const HOLDER = `o.id AS organisation, o.kinds AS kinds, o.keys AS keys, o.sources AS sources,
  COLLECT {
    MATCH (o)<-[:TO]-(g:Grant) WHERE g.revokedAt IS NULL
    OPTIONAL MATCH (:Shipment {id: g.shipment})-[:MERGED_INTO*1..8]->(heir:Shipment) WHERE NOT EXISTS { (heir)-[:MERGED_INTO]->() }
    RETURN [coalesce(heir.id, g.shipment), g.groups, g.until]
  } AS granted`;

/** What an organisation sees by itself, whoever of it asks. */
export const findHolder = statement<{ organisation: string }, HolderRow>(
  'findHolder',
  `MATCH (o:Organisation {id: $organisation}) RETURN ${HOLDER}`,
);

/** Whose session it is that has not ended; times are of the wall clock, epoch milliseconds. */
export const findSession = statement<
  { hash: string; now: number },
  HolderRow & { user: string; name: string; isAdmin: boolean }
>(
  'findSession',
  `MATCH (s:Session {hash: $hash})-[:OF]->(u:User)-[m:MEMBER_OF]->(o:Organisation)
WHERE s.expiresAt > $now AND u.disabledAt IS NULL
RETURN u.id AS user, u.name AS name, m.role = 'ADMIN' AS isAdmin, ${HOLDER}`,
);

/** A person, for what is done in his name while he is not there. No row: there is none, or his account is disabled. */
export const findUser = statement<{ id: string }, HolderRow & { user: string; isAdmin: boolean }>(
  'findUser',
  `MATCH (u:User {id: $id})-[m:MEMBER_OF]->(o:Organisation) WHERE u.disabledAt IS NULL
RETURN u.id AS user, m.role = 'ADMIN' AS isAdmin, ${HOLDER}`,
);

/** Whose key it is that is in force. That it was used is noted once a minute. */
export const findApiKey = statement<
  { hash: string; now: number },
  HolderRow & { key: string; groups: readonly string[] | null; lastUsedAt: number | null }
>(
  'findApiKey',
  `MATCH (k:ApiKey {hash: $hash})-[:OF]->(o:Organisation)
WHERE k.revokedAt IS NULL AND (k.expiresAt IS NULL OR k.expiresAt > $now)
RETURN k.id AS key, k.groups AS groups, k.lastUsedAt AS lastUsedAt, ${HOLDER}`,
);

export const noteKeyUsed = statement<{ id: string; now: number }>(
  'noteKeyUsed',
  `MATCH (k:ApiKey {id: $id}) SET k.lastUsedAt = $now`,
);

/** What a link that is in force shows. */
export const findShareLink = statement<
  { hash: string; now: number },
  { link: string; shipment: string; groups: readonly string[]; until: number | null }
>(
  'findShareLink',
  `MATCH (l:ShareLink {hash: $hash})
WHERE l.revokedAt IS NULL AND l.expiresAt > $now
OPTIONAL MATCH (:Shipment {id: l.shipment})-[:MERGED_INTO*1..8]->(heir:Shipment) WHERE NOT EXISTS { (heir)-[:MERGED_INTO]->() }
RETURN l.id AS link, coalesce(heir.id, l.shipment) AS shipment, l.groups AS groups, null AS until`,
);
