import { statement } from '../statement.ts';

/** Kinds of the sources that ever made these claims, whether they stand or not; one that is not kept has no row. */
export const listClaimants = statement<{ ids: string[] }, { id: string; kinds: string[] }>(
  'listClaimants',
  `UNWIND $ids AS id
MATCH (e:Event {id: id})<-[:ATTESTS|ATTESTED]-(w:RawMessage)
MATCH (src:Source {id: w.source})
RETURN id, collect(DISTINCT src.kind) AS kinds`,
);
