import { statement } from '../statement.ts';

/** A shipment that one organisation lets another see. `until`: service time, epoch milliseconds. */
export interface GrantRow {
  readonly id: string;
  readonly shipment: string;
  /** Who may see it, and by whom. */
  readonly organisation: string;
  readonly by: string | null;
  /** What they are called. */
  readonly to: readonly [name: string, nameZh: string | null];
  readonly from: readonly [name: string, nameZh: string | null] | null;
  readonly groups: readonly string[];
  readonly until: number | null;
}

const FIELDS = `g.id AS id, g.shipment AS shipment, o.id AS organisation, g.by AS by, g.groups AS groups, g.until AS until,
  [o.name, o.nameZh] AS to, head(COLLECT { MATCH (b:Organisation {id: g.by}) RETURN [b.name, b.nameZh] }) AS from`;

export const createGrant = statement<Omit<GrantRow, 'to' | 'from'> & { now: number }, GrantRow>(
  'createGrant',
  `MATCH (o:Organisation {id: $organisation})
CREATE (g:Grant {id: $id, shipment: $shipment, by: $by, groups: $groups, until: $until, createdAt: $now})-[:TO]->(o)
RETURN ${FIELDS}`,
);

/** Those in force that an organisation gave or has; null: of all. */
export const listGrants = statement<{ organisation: string | null }, GrantRow>(
  'listGrants',
  `MATCH (g:Grant)-[:TO]->(o:Organisation)
WHERE g.revokedAt IS NULL AND ($organisation IS NULL OR g.by = $organisation OR o.id = $organisation)
RETURN ${FIELDS} ORDER BY g.createdAt DESC, g.id`,
);

/** `by` null: whoever gave it. */
export const revokeGrant = statement<{ id: string; by: string | null; now: number }, GrantRow>(
  'revokeGrant',
  `MATCH (g:Grant {id: $id})-[:TO]->(o:Organisation) WHERE $by IS NULL OR g.by = $by
SET g.revokedAt = coalesce(g.revokedAt, $now)
RETURN ${FIELDS}`,
);
