import { statement } from '../statement.ts';
import type { ClaimRow } from './journey-facts.ts';
import { VOICES } from './voices.ts';

/** Claims that stand, by their ids, with all who make them; no row: there is none, or nobody makes it any more. */
export const claimsById = statement<{ ids: readonly string[] }, { claim: ClaimRow }>(
  'claimsById',
  `UNWIND $ids AS id
MATCH (e:Event {id: id})
${VOICES}
WITH e, voices WHERE size(voices) > 0
RETURN [e.id, e.claim, null, voices] AS claim`,
);
