import { listAwaited, listTold } from 'graph-schema/cypher/read/awaited-arrivals';
import type { EtaTables } from 'graph-schema/domain/eta/learn';
import { carrierOf, othersWhoEstimate, predictRun, type EtaMap, type KnownRun } from 'graph-schema/domain/eta/predict-run'; // prettier-ignore
import type { PredictionPolicy } from 'graph-schema/domain/eta/predict-policy';
import { lastSaidOf, sayNext, type SaidEta } from 'graph-schema/domain/eta/predict-say';
import type { Gazetteer } from 'graph-schema/domain/place';
import { readClaim } from 'graph-schema/identity/claim-text';
import type { Graph } from '../graph-writer/graph.ts';
import { threadKey } from '../graph-writer/plan-batch.ts';
import { COMPUTED_ETA } from '../sources/internal-sources.ts';
import type { Intake } from '../sources/intake.ts';
import { arrivalMessage, threadOf, toldTime } from './arrival-message.ts';
import { loadAwaited } from './load-runs.ts';
import { tellWays } from './tell-ways.ts';

export interface ComputedEtaParts {
  readonly graph: Pick<Graph, 'read' | 'write'>;
  readonly intake: Intake;
  readonly places: Gazetteer;
  readonly map: EtaMap;
  readonly policy: PredictionPolicy;
  /** The service clock. */
  readonly now: () => number;
  /** What this process told last, by thread: it may not stand in the graph yet. */
  readonly lastTold: Map<string, SaidEta>;
}

/** Arrivals looked at in one step. */
const RUNS = 25;
/** Threads of which the last word is remembered. */
const REMEMBERED = 10_000;

/**
 * Computes the next arrivals that cargo waits for, behind one of them in the order of their keys, and tells those that have
 * moved, and which of these runs are off their expected way. What it told stands in the graph, so that it may be stopped anywhere, run twice, or find a graph that was built
 * anew. `after` null: all were looked at.
 */
export async function tellArrivals(
  parts: ComputedEtaParts,
  tables: EtaTables,
  after: string,
): Promise<{ after: string | null; told: number }> {
  const { graph, places, policy, lastTold } = parts;
  const rows = await graph.read((tx) => tx.run(listAwaited, { after, limit: RUNS }));
  const now = parts.now();
  const runs = rows.length > 0 ? await loadAwaited(graph, rows, places, policy.fixes.days, now) : [];
  const before = await toldBefore(parts, runs);
  if (lastTold.size > REMEMBERED) lastTold.clear();
  let told = 0;
  for (const run of runs) {
    const thread = threadOf(run.leg);
    const last = later(before.get(thread), lastTold.get(thread));
    const said = await tell(parts, run, last, tables, now);
    if (said) {
      lastTold.set(thread, said);
      told += 1;
    }
  }
  await tellWays(parts, runs, now);
  return { after: rows.length < RUNS ? null : (rows.at(-1)?.arrival ?? null), told };
}

/** What was told; null: nothing is to be told, or the door is shut and it is tried again. */
async function tell(
  { intake, map, policy }: ComputedEtaParts,
  run: KnownRun,
  last: SaidEta | null,
  tables: EtaTables,
  now: number,
): Promise<SaidEta | null> {
  const prediction = predictRun(run, map, tables, policy, now);
  const next = sayNext(last, prediction, othersWhoEstimate(run), tables.errors, policy, now);
  if (!next) return null;
  const said = { ...next, eta: toldTime(next.eta) };
  const bytes = arrivalMessage(run.leg, carrierOf(run), said, prediction);
  if (!bytes) return null;
  const { outcome } = await intake.accept({
    source: COMPUTED_ETA,
    bytes,
    contentType: 'application/json',
    fileName: null,
    receivedAt: null,
  });
  return outcome === 'ACCEPTED' ? said : null;
}

/** What was said last of each of these, as it stands in the graph. */
async function toldBefore({ graph }: ComputedEtaParts, runs: readonly KnownRun[]): Promise<Map<string, SaidEta | null>> {
  const threads = new Map(
    runs.map(({ leg }): [string, string] => {
      const thread = threadOf(leg);
      return [threadKey(COMPUTED_ETA.id, thread) ?? thread, thread];
    }),
  );
  if (threads.size === 0) return new Map();
  const rows = await graph.read((tx) => tx.run(listTold, { threads: [...threads.keys()] }));
  const told = new Map<string, { saidAt: number; eta: number; isProven: boolean }[]>();
  for (const { thread, version, claim } of rows) {
    const { time, reason } = readClaim(claim);
    const list = told.get(threads.get(thread) ?? '') ?? [];
    list.push({ saidAt: version, eta: Date.parse(time.instant), isProven: reason?.code === 'PROVEN' });
    told.set(threads.get(thread) ?? '', list);
  }
  return new Map([...told].map(([thread, list]) => [thread, lastSaidOf(list)]));
} // prettier-ignore

function later(a: SaidEta | null | undefined, b: SaidEta | undefined): SaidEta | null {
  if (!a || !b) return a ?? b ?? null;
  return a.saidAt >= b.saidAt ? a : b;
}
