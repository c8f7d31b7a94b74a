import { standingAt } from 'graph-schema/domain/known/standing-at';
import type { FactClaim, JourneyFacts } from 'graph-schema/domain/journey/facts';
import type { GraphReader } from '../../graph.ts';
import { askedOfRuns, shipsOf } from 'graph-schema/facts/told-of-runs';
import { withInherited, type OwnFacts } from './facts-then.ts';
import { openClaims } from './known-world.ts';

/** The facts with what had been told by then of the runs that each cargo was aboard. */
export async function withToldOfRuns(
  graph: GraphReader,
  cargo: readonly OwnFacts[],
  at: number,
): Promise<JourneyFacts[]> {
  const ships = await shipsOf(graph, cargo);
  const told = openClaims(graph);
  await told.read(askedOfRuns(cargo, ships));
  const then = new Map<string, FactClaim[]>();
  const toldOf = (key: string) => {
    const known = then.get(key) ?? standingAt(told.about(key), told.retractions(), at);
    then.set(key, known);
    return known;
  };
  return cargo.map((one) => withInherited(one, ships, toldOf));
}
