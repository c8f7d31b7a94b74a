import { statement } from '../statement.ts';

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly kinds: readonly string[];
  readonly keys: readonly string[];
  readonly sources: readonly string[];
}

const FIELDS = `o.id AS id, o.name AS name, o.nameZh AS nameZh, o.kinds AS kinds, o.keys AS keys, o.sources AS sources`;

/** `id` null: all. */
export const listOrganisations = statement<{ id: string | null }, OrganisationRow>(
  'listOrganisations',
  `MATCH (o:Organisation) WHERE $id IS NULL OR o.id = $id RETURN ${FIELDS} ORDER BY o.name, o.id`,
);

export const saveOrganisation = statement<OrganisationRow, OrganisationRow>(
  'saveOrganisation',
  `MERGE (o:Organisation {id: $id})
SET o.name = $name, o.nameZh = $nameZh, o.kinds = $kinds, o.keys = $keys, o.sources = $sources
RETURN ${FIELDS}`,
);
