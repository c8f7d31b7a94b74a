import { statement } from '../statement.ts';

/** A claim about a document: its id, the documents that it names, the boxes that it lists. */
export type DocumentClaimRow = [id: string, documents: string[], contents: string[]];

/** Standing claims about documents: what consignments are concluded from, and what shows on the documents line. */
export const listDocumentClaims = statement<
  { documents: string[] },
  { about: string; claims: DocumentClaimRow[] }
>(
  'listDocumentClaims',
  `UNWIND $documents AS k
MATCH (i:Identifier {key: k})<-[:ABOUT]-(e:Event)
WHERE EXISTS { (e)<-[a:ATTESTS]-() WHERE a.withdrawn IS NULL OR NOT a.withdrawn }
RETURN k AS about, collect([e.id, e.documents, [(e)-[:LISTS]->(c) | c.key]]) AS claims`,
);
