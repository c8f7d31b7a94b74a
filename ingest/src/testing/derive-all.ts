import { leaseLanes, releaseLanes } from 'graph-schema/cypher/derive/lanes';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { createDerive, deriveBatch } from '../deriver/derive-batch.ts';
import type { GraphUnderTest } from './graph-under-test.ts';

const OWNER = 'all at once';

/** As live operation derives, with this name of its code. */
export const deriving = { derive: createDerive(loadGazetteer()), derivedBy: 'this code' };

/** Derives every shipment once, as a deriver would that has caught up. */
export async function deriveAll({ graph, query }: GraphUnderTest, now: () => number): Promise<void> {
  await graph.write((tx) => tx.run(leaseLanes, { owner: OWNER, forMs: 60_000 }));
  const lanes = await query<{ lane: number; seq: number; ids: string[] }>(
    `MATCH (c:FeedCounter) RETURN c.lane AS lane, c.seq AS seq, COLLECT { MATCH (s:Shipment {lane: c.lane}) RETURN s.id } AS ids`,
  );
  const onProblem = (problem: string, error: unknown) => {
    throw new Error(problem, { cause: error });
  };
  for (const { lane, seq, ids } of lanes)
    await deriveBatch({ ...deriving, graph, now, owner: OWNER, lane, seq, ids, onProblem });
  await graph.write((tx) => tx.run(releaseLanes, { owner: OWNER }));
}

/** What is stored of journeys, without when and how often it was derived. */
export function summaryPicture({ query }: GraphUnderTest): Promise<unknown[]> {
  return query(
    `MATCH (m:ShipmentSummary)
     OPTIONAL MATCH (s:Shipment {id: m.id})
     RETURN s.anchor AS anchor, m {.*, id: null, derivedAt: null, derivedFrom: null, lane: m.lane = s.lane} AS stored
     ORDER BY anchor, m.title`,
  );
}
