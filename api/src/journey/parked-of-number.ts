import { claimsById } from 'graph-schema/cypher/read/claims-by-id';
import { parkedOfNumbers } from 'graph-schema/cypher/read/parked-of-numbers';
import { inTime, milestonesOf, type Milestone } from 'graph-schema/domain/journey/milestone';
import { runsWithin } from 'graph-schema/domain/journey/same-run';
import { factClaim } from 'graph-schema/facts/facts-from-rows';
import type { GraphReader } from '../graph.ts';
import {
  parkedClaim,
  parkedStatements,
  type ParkedClaim,
  type ParkedStatement,
} from './parked-statements.ts';

const CLAIMS_MAX = 200;

/** A parked statement with its box (its key) and with what it contradicts. */
export interface ParkedOfBox {
  readonly box: string;
  readonly statement: ParkedStatement;
  readonly contradicts: readonly Milestone[];
}

/** What is parked of boxes with these numbers or papers: two statements, however much it is. */
export async function parkedOf(graph: GraphReader, keys: readonly string[]): Promise<ParkedOfBox[]> {
  const byBox = new Map<string, ParkedClaim[]>();
  for (const { box, claim } of await graph.run(parkedOfNumbers, { keys, limit: CLAIMS_MAX }))
    byBox.set(box, [...(byBox.get(box) ?? []), parkedClaim(claim)]);
  const told = [...byBox].flatMap(([box, claims]) =>
    parkedStatements(claims).map((statement) => ({ box, statement })),
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
