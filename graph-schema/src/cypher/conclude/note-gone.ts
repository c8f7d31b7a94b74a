import { statement } from '../statement.ts';

/**
 * Notes with shipments which claims of what happened went from them, and when (`<id> <instant>`, in order): the newest 200 are
 * kept, each time of one that came back and went again: who looks back asks for the one before. Plans and estimates are not: they are expected to go.
 */
export const noteGone = statement<{
  rows: (readonly [shipment: string, ids: readonly string[]])[];
  at: string;
}>(
  'noteGone',
  `UNWIND $rows AS r
MATCH (s:Shipment {id: r[0]})
WITH s, r, COLLECT { UNWIND r[1] AS id MATCH (e:Event {id: id}) WHERE e.classifier = 'ACTUAL' RETURN e.id } AS went
WHERE size(went) > 0
SET s.gone = (coalesce(s.gone, []) + [id IN went | id + ' ' + $at])[-200..]`,
);

/** Notes with shipments when something that they may have had from a run, ship or wagon was taken back last; what it was is read of the run. */
export const noteRunGone = statement<{ ids: readonly string[]; at: string }>(
  'noteRunGone',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id})
SET s.runGoneAt = $at`,
);
