import { statement } from '../statement.ts';

/** Times in epoch milliseconds of the wall clock. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  /** The first characters, to tell keys apart by. */
  readonly prefix: string;
  /** Null: all that the organisation sees. */
  readonly groups: readonly string[] | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
}

const FIELDS = `k.id AS id, k.name AS name, o.id AS organisation, k.prefix AS prefix, k.groups AS groups, k.createdAt AS createdAt,
  k.expiresAt AS expiresAt, k.revokedAt AS revokedAt, k.lastUsedAt AS lastUsedAt`;

/** `organisation` null: of all. */
export const listApiKeys = statement<{ organisation: string | null }, ApiKeyRow>(
  'listApiKeys',
  `MATCH (k:ApiKey)-[:OF]->(o:Organisation) WHERE $organisation IS NULL OR o.id = $organisation
RETURN ${FIELDS} ORDER BY k.createdAt DESC, k.id`,
);

export const createApiKey = statement<
  Pick<ApiKeyRow, 'id' | 'name' | 'organisation' | 'prefix' | 'groups' | 'expiresAt'> & {
    hash: string;
    now: number;
  },
  ApiKeyRow
>(
  'createApiKey',
  `MATCH (o:Organisation {id: $organisation})
CREATE (k:ApiKey {id: $id, name: $name, prefix: $prefix, hash: $hash, groups: $groups, createdAt: $now, expiresAt: $expiresAt})-[:OF]->(o)
RETURN ${FIELDS}`,
);

export const revokeApiKey = statement<{ id: string; organisation: string | null; now: number }, ApiKeyRow>(
  'revokeApiKey',
  `MATCH (k:ApiKey {id: $id})-[:OF]->(o:Organisation) WHERE $organisation IS NULL OR o.id = $organisation
SET k.revokedAt = coalesce(k.revokedAt, $now)
RETURN ${FIELDS}`,
);
