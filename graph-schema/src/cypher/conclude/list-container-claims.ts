import { statement } from '../statement.ts';

/** Standing claims about boxes, and of documents that list them: what cycles are cut from. */
export const listContainerClaims = statement<
  { containers: string[] },
  {
    container: string;
    claims: [
      id: string,
      at: number,
      code: string,
      classifier: string,
      loadState: string | null,
      documents: string[],
      listing: boolean,
      run: string | null,
      parked: string | null,
    ][];
  }
>(
  'listContainerClaims',
  `UNWIND $containers AS k
MATCH (i:Identifier {key: k})<-[how:ABOUT|LISTS]-(e:Event)
WHERE EXISTS { (e)<-[a:ATTESTS]-() WHERE a.withdrawn IS NULL OR NOT a.withdrawn }
RETURN k AS container, collect([e.id, e.at, e.code, e.classifier, e.loadState, e.documents, type(how) = 'LISTS', e.run,
  CASE WHEN type(how) = 'ABOUT' THEN e.parked END]) AS claims`,
);
