import { claimsById } from 'graph-schema/cypher/read/claims-by-id';
import { parkedOfNumbers } from 'graph-schema/cypher/read/parked-of-numbers';
import { groupBy } from 'graph-schema/domain/group-by';
import { inTime, milestonesOf, type Milestone } from 'graph-schema/domain/journey/milestone';
import { runsWithin } from 'graph-schema/domain/journey/same-run';
import { factClaim } from 'graph-schema/facts/facts-from-rows';
import type { GraphReader } from '../graph.ts';
import { parkedClaim, parkedStatements, type ParkedStatement } from './parked-statements.ts';

const CLAIMS_MAX = 200;

/** A parked statement with its box (its key) and with what it contradicts. */
export interface ParkedOfBox {
  readonly box: string;
  readonly statement: ParkedStatement;
  readonly contradicts: readonly Milestone[];
}

/** What is parked of boxes with these numbers or papers: two statements, however much it is. */
export async function parkedOf(graph: GraphReader, keys: readonly string[]): Promise<ParkedOfBox[]> {
  const parked = await graph.run(parkedOfNumbers, { keys, limit: CLAIMS_MAX });
  const told = [...groupBy(parked, ({ box }) => box)].flatMap(([box, ofBox]) =>
    parkedStatements(ofBox.map(({ claim }) => parkedClaim(claim))).map((statement) => ({ box, statement })),
  );
  const ids = [...new Set(told.flatMap(({ statement }) => statement.against))];
  const rows = ids.length > 0 ? await graph.run(claimsById, { ids }) : [];
  const claims = new Map(rows.map(({ claim }) => [claim[0], factClaim(claim, false)]));
  return told.map(({ box, statement }) => {
    const against = statement.against.flatMap((id) => claims.get(id) ?? []);
    const contradicts = milestonesOf(against, runsWithin(against)).sort(inTime);
    return { box, statement, contradicts };
  });
}
