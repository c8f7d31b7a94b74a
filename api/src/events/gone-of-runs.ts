import { goneFromRuns } from 'graph-schema/cypher/read/gone-claims';
import { listKnownRetractions } from 'graph-schema/cypher/read/known-retractions';
import type { Asks } from 'graph-schema/cypher/statement';
import { groupBy } from 'graph-schema/domain/group-by';
import { byReceipt, type FactClaim } from 'graph-schema/domain/journey/facts';
import { wentAt } from 'graph-schema/domain/known/went-at';
import type { KnownShips } from 'graph-schema/domain/ship-names';
import { askedOfRuns, shipsOf } from 'graph-schema/facts/told-of-runs';
import { ownFacts, withInherited } from '../journey/as-of/facts-then.ts';
import { saidClaim } from '../journey/as-of/said-claims.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';
import { heardAt } from './entry-claims.ts';

/** A claim of a run as a shipment inherited it, and when it was taken back (epoch milliseconds). */
export interface WentOfRun {
  readonly claim: FactClaim;
  readonly at: number;
}

/** What went of a run, and the keys under which it was told. */
type Gone = WentOfRun & { readonly runs: readonly string[] };

/**
 * What was told of runs that these shipments were aboard and nobody tells any more, by id of the shipment: as each had inherited it by
 * what was known when it went, so that what was taken back before is told of no cargo. No statement for those that were aboard
 * nothing, two where nothing went.
 */
export async function goneOfRuns(
  graph: Asks,
  views: readonly ToldShipment[],
): Promise<ReadonlyMap<string, readonly WentOfRun[]>> {
  const aboard = views.map(({ facts }) => ownFacts(facts, new Set()));
  if (aboard.every(({ stays }) => stays.length === 0)) return new Map();
  const ships = await shipsOf(graph, aboard);
  const went = await readGone(graph, askedOfRuns(aboard, ships));
  if (went.length === 0) return new Map();
  return new Map(views.map((view) => [view.id, inheritedBy(view, went, ships)]));
}

async function readGone(graph: Asks, runs: ReturnType<typeof askedOfRuns>): Promise<readonly Gone[]> {
  const rows = await graph.run(goneFromRuns, { runs });
  if (rows.length === 0) return [];
  const said = rows.map((row) => ({ ...saidClaim(row), runs: row.runs }));
  const threads = new Set(said.flatMap((one) => one.said.flatMap(({ thread }) => thread ?? [])));
  const retractions = threads.size > 0 ? await graph.run(listKnownRetractions, { threads: [...threads] }) : [];
  return said.flatMap((one): Gone[] => {
    const at = wentAt(one, retractions);
    if (at === null) return [];
    const voices = one.said.map(({ voice }) => voice).sort(byReceipt);
    return [{ at, runs: one.runs, claim: { id: one.id, event: one.event, cycleId: null, inherited: true, voices } }];
  });
} // prettier-ignore

function inheritedBy({ facts }: ToldShipment, went: readonly Gone[], ships: KnownShips): WentOfRun[] {
  return [...groupBy(went, ({ at }) => at)].flatMap(([at, together]) => {
    const since = facts.claims.filter((claim) => !claim.inherited && heardAt(claim) > at);
    const then = ownFacts(facts, new Set(since.map(({ id }) => id)));
    const toldOf = (key: string) =>
      together.flatMap(({ runs, claim }) => (runs.includes(key) ? [claim] : []));
    return withInherited(then, ships, toldOf)
      .claims.filter(({ inherited }) => inherited)
      .map((claim) => ({ claim, at }));
  });
}
