import { goneFromRuns, listFormerClaims } from 'graph-schema/cypher/read/gone-claims';
import { listKnownRetractions } from 'graph-schema/cypher/read/known-retractions';
import type { Asks } from 'graph-schema/cypher/statement';
import { groupBy } from 'graph-schema/domain/group-by';
import { byReceipt, type FactClaim } from 'graph-schema/domain/journey/facts';
import { standingAt, type RetractionMark, type SaidClaim } from 'graph-schema/domain/known/standing-at';
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
 * what was known when it went, so that what was taken back before is told of no cargo. `until`: as it had gone by that instant (epoch
 * milliseconds), though it came back since; null: as it is. No statement for those that were aboard nothing, two where nothing went.
 */
export async function goneOfRuns(
  graph: Asks,
  views: readonly ToldShipment[],
  until: number | null = null,
): Promise<ReadonlyMap<string, readonly WentOfRun[]>> {
  const aboard = views.map(({ facts }) => ownFacts(facts, new Set()));
  if (aboard.every(({ stays }) => stays.length === 0)) return new Map();
  const ships = await shipsOf(graph, aboard);
  const went = await readGone(graph, askedOfRuns(aboard, ships), until);
  if (went.length === 0) return new Map();
  return new Map(views.map((view) => [view.id, inheritedBy(view, went, ships)]));
}

async function readGone(graph: Asks, runs: ReturnType<typeof askedOfRuns>, until: number | null): Promise<readonly Gone[]> {
  const rows = await graph.run(goneFromRuns, { runs, isOnce: until !== null });
  if (rows.length === 0) return [];
  const said = rows.map((row) => ({ ...saidClaim(row), runs: row.runs }));
  const retractions = await retractionsOf(graph, said);
  return said.flatMap((one): Gone[] => {
    const at = wentAt(one, retractions, until ?? undefined);
    if (at === null) return [];
    const heard = one.said.filter(({ voice, knownAt }) => until === null || Date.parse(knownAt ?? voice.receivedAt) <= until);
    const voices = heard.map(({ voice }) => voice).sort(byReceipt);
    return [{ at, runs: one.runs, claim: { id: one.id, event: one.event, cycleId: null, inherited: true, voices } }];
  });
} // prettier-ignore

/** Of those of these claims that somebody still made at an instant (epoch milliseconds), their ids. */
export async function stoodThen(graph: Asks, ids: readonly string[], at: number): Promise<ReadonlySet<string>> {
  const said = (await graph.run(listFormerClaims, { ids })).map(saidClaim);
  return new Set(standingAt(said, await retractionsOf(graph, said), at).map(({ id }) => id));
} // prettier-ignore

async function retractionsOf(graph: Asks, claims: readonly SaidClaim[]): Promise<RetractionMark[]> {
  const threads = new Set(claims.flatMap(({ said }) => said.flatMap(({ thread }) => thread ?? [])));
  return threads.size > 0 ? graph.run(listKnownRetractions, { threads: [...threads] }) : [];
}

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
