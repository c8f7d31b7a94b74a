import { statement } from '../statement.ts';

/** A claim about a box, or of a paper that lists it, as far as cutting needs it. */
export type ContainerClaimRow = [
  id: string,
  at: number,
  code: string,
  classifier: string,
  loadState: string | null,
  documents: readonly string[],
  listing: boolean,
  run: string | null,
  parked: string | null,
  /** Ids of the claims that speak against it, with blanks between; null: none do. */
  against: string | null,
  /** UN/LOCODE. */
  place: string | null,
];

/** Standing claims about boxes, and of documents that list them: what cycles are cut from. */
export const listContainerClaims = statement<
  { containers: string[] },
  { container: string; claims: ContainerClaimRow[] }
>(
  'listContainerClaims',
  `UNWIND $containers AS k
MATCH (i:Identifier {key: k})<-[how:ABOUT|LISTS]-(e:Event)
WHERE EXISTS { (e)<-[a:ATTESTS]-() WHERE a.withdrawn IS NULL OR NOT a.withdrawn }
RETURN k AS container, collect([e.id, e.at, e.code, e.classifier, e.loadState, e.documents, type(how) = 'LISTS', e.run,
  CASE WHEN type(how) = 'ABOUT' THEN e.parked END, CASE WHEN type(how) = 'ABOUT' THEN e.against END, e.place]) AS claims`,
);
