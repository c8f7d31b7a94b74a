import { statement } from '../statement.ts';

/** A shipment for whoever has the link. Times in epoch milliseconds of the wall clock. */
export interface ShareLinkRow {
  readonly id: string;
  readonly shipment: string;
  readonly by: string | null;
  readonly groups: readonly string[];
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

const FIELDS = `l.id AS id, l.shipment AS shipment, l.by AS by, l.groups AS groups, l.expiresAt AS expiresAt, l.revokedAt AS revokedAt`;

export const createShareLink = statement<
  Omit<ShareLinkRow, 'revokedAt'> & { hash: string; now: number },
  ShareLinkRow
>(
  'createShareLink',
  `CREATE (l:ShareLink {id: $id, hash: $hash, shipment: $shipment, by: $by, groups: $groups, createdAt: $now, expiresAt: $expiresAt})
RETURN ${FIELDS}`,
);

/** `by` null: of all who gave one. */
export const listShareLinks = statement<{ by: string | null; shipment: string | null }, ShareLinkRow>(
  'listShareLinks',
  `MATCH (l:ShareLink) WHERE ($by IS NULL OR l.by = $by) AND ($shipment IS NULL OR l.shipment = $shipment)
RETURN ${FIELDS} ORDER BY l.createdAt DESC, l.id`,
);

export const revokeShareLink = statement<{ id: string; by: string | null; now: number }, ShareLinkRow>(
  'revokeShareLink',
  `MATCH (l:ShareLink {id: $id}) WHERE $by IS NULL OR l.by = $by
SET l.revokedAt = coalesce(l.revokedAt, $now)
RETURN ${FIELDS}`,
);

/** When a link ends by itself. */
export const findShareLinkEnd = statement<{ id: string }, { expiresAt: number }>(
  'findShareLinkEnd',
  `MATCH (l:ShareLink {id: $id}) RETURN l.expiresAt AS expiresAt`,
);
