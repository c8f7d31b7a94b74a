import { statement } from '../statement.ts';

/** A view of the list of shipments under a name. */
export interface SavedViewRow {
  readonly id: string;
  /** Whose: `PERSON:usr_…`, `ORGANISATION:org_…`, or `SERVICE` of those who run it. */
  readonly owner: string;
  readonly name: string;
  /** What the address of the list has behind its `?`. */
  readonly query: string;
}

const ROW = 'v.id AS id, v.owner AS owner, v.name AS name, v.query AS query';

/** Those of these owners, by name; `id` null: all. */
export const listSavedViews = statement<{ owners: string[]; id: string | null }, SavedViewRow>(
  'listSavedViews',
  `MATCH (v:SavedView) WHERE v.owner IN $owners AND ($id IS NULL OR v.id = $id)
RETURN ${ROW} ORDER BY v.name, v.id`,
);

/** The one of a name shows this from now on, made where there is none. */
export const saveView = statement<{ row: SavedViewRow }, SavedViewRow>(
  'saveView',
  `MERGE (v:SavedView {owner: $row.owner, name: $row.name})
ON CREATE SET v.id = $row.id
SET v.query = $row.query
RETURN ${ROW}`,
);

/** No row: these owners have none of it. */
export const deleteSavedView = statement<{ owners: string[]; id: string }, { id: string }>(
  'deleteSavedView',
  `MATCH (v:SavedView {id: $id}) WHERE v.owner IN $owners
WITH v, v.id AS id DELETE v
RETURN id`,
);
