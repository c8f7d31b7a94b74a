import { standingAt } from 'graph-schema/domain/known/standing-at';
import type { FactClaim, JourneyFacts } from 'graph-schema/domain/journey/facts';
import { toldAs } from 'graph-schema/domain/ship-names';
import type { GraphReader } from '../../graph.ts';
import { shipsOf } from 'graph-schema/facts/told-of-runs';
import { withInherited, type OwnFacts } from './facts-then.ts';
import { openClaims, type AskedKey } from './known-world.ts';

/** The facts with what had been told by then of the runs that each cargo was aboard. */
export async function withToldOfRuns(
  graph: GraphReader,
  cargo: readonly OwnFacts[],
  at: number,
): Promise<JourneyFacts[]> {
  const ships = await shipsOf(graph, cargo);
  const asked = new Map<string, AskedKey>();
  for (const { run, from, to } of cargo.flatMap(({ stays }) => stays)) {
    for (const { key } of toldAs(run, ships)) {
      const [, since, until] = asked.get(key) ?? [key, from, to];
      const end = until === null || to === null ? null : Math.max(until, to);
      asked.set(key, [key, Math.min(since ?? from, from), end]);
    }
  }
  const told = openClaims(graph);
  await told.read([...asked.values()]);
  const then = new Map<string, FactClaim[]>();
  const toldOf = (key: string) => {
    const known = then.get(key) ?? standingAt(told.about(key), told.retractions(), at);
    then.set(key, known);
    return known;
  };
  return cargo.map((one) => withInherited(one, ships, toldOf));
}
