import { listRunTracks, type ArrivalRow, type RunTrack } from 'graph-schema/cypher/read/awaited-arrivals';
import { awaitedArrival, closedArrivals, type RunLeg } from 'graph-schema/domain/eta/awaited-arrival';
import { carrierOf, type KnownRun } from 'graph-schema/domain/eta/predict-run';
import type { EtaFix } from 'graph-schema/domain/eta/predict-way';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import { runsWithin } from 'graph-schema/domain/journey/same-run';
import { townsOf } from 'graph-schema/domain/journey/towns';
import type { Gazetteer } from 'graph-schema/domain/place';
import { loadFacts } from 'graph-schema/facts/load-facts';
import { unpackTrack } from 'graph-schema/geo/track';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import type { Graph } from '../graph-writer/graph.ts';
import { boundFor } from './bound-for.ts';

/** Without its track and what the ship says of herself. */
export type ToldRun = Pick<KnownRun, 'leg' | 'claims' | 'runOf'>;

const DAY_MS = 86_400_000;

/** What is awaited, as one of the cargos that wait for it knows it; what none awaits any more is left out. */
export async function loadAwaited(
  graph: Pick<Graph, 'read'>,
  rows: readonly ArrivalRow[],
  places: Gazetteer,
  days: number,
  now: number,
): Promise<KnownRun[]> {
  const told = await loadTold(graph, rows, places, now, (facts) => {
    const leg = awaitedArrival(legsOf(facts, places, now));
    return leg ? [leg] : [];
  });
  const keys = [...new Set(told.map(tracker))];
  const from = new Date(now - days * DAY_MS).toISOString().slice(0, 10);
  const tracks = await graph.read((tx) => tx.run(listRunTracks, { keys, from }));
  const byKey = new Map(tracks.map((track) => [track.asked, track]));
  return told.map((run) => {
    const track = byKey.get(tracker(run)) ?? null;
    return {
      ...run,
      track: track ? fixesOf(track) : [],
      bound: boundFor(track?.destination ?? null, places),
    };
  });
}

/** Carriages that are over, of these cargos. */
export async function loadClosed(
  graph: Pick<Graph, 'read'>,
  rows: readonly ArrivalRow[],
  places: Gazetteer,
  now: number,
): Promise<ToldRun[]> {
  return loadTold(graph, rows, places, now, (facts) => closedArrivals(legsOf(facts, places, now)));
}

async function loadTold(
  graph: Pick<Graph, 'read'>,
  rows: readonly ArrivalRow[],
  places: Gazetteer,
  now: number,
  legsIn: (facts: JourneyFacts) => readonly RunLeg[],
): Promise<ToldRun[]> {
  const loaded = await graph.read((tx) => loadFacts(tx, rows.map(({ shipment }) => shipment))); // prettier-ignore
  const seen = new Set<string>();
  return loaded.flatMap(({ facts }) => {
    const runOf = runsWithin(facts.claims);
    const fresh = legsIn(facts).filter(({ key }) => !seen.has(key) && seen.add(key));
    return fresh.map((leg): ToldRun => ({ leg, claims: facts.claims, runOf }));
  });
}

function legsOf(facts: JourneyFacts, places: Gazetteer, now: number) {
  return deriveJourney(facts, now, getJourneyRules(now), townsOf(places)).legs;
}

/** By what it reports its positions: a ship by her IMO number, a train as its run. */
function tracker(run: ToldRun): string {
  const imo = run.leg.mode === 'VESSEL' ? carrierOf(run) : null;
  return imo === null ? run.leg.run : `VESSEL:${imo}`;
}

/** A track does not keep when its positions were received. */
function fixesOf({ points }: RunTrack): EtaFix[] {
  return points
    .flatMap((day) => unpackTrack(day))
    .map(([at, ...position]) => ({ at: at * 1000, receivedAt: at * 1000, position }));
}
