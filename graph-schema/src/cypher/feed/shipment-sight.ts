import { statement } from '../statement.ts';

/** Who could see these shipments when, as JSON (`domain/feed/sight-log.ts`). One that nobody ever could has no row. */
export const listSight = statement<{ ids: string[] }, { id: string; log: string }>(
  'listSight',
  `UNWIND $ids AS id MATCH (g:ShipmentSight {id: id}) RETURN id, g.log AS log`,
);

/** Kept beside the summary, since it outlives that: also what became of a shipment that is gone is told to who saw it. */
export const writeSight = statement<{ rows: [id: string, log: string][] }>(
  'writeSight',
  `UNWIND $rows AS r MERGE (g:ShipmentSight {id: r[0]}) SET g.log = r[1]`,
);
