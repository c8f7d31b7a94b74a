import { listCame, readLearned } from 'graph-schema/cypher/read/awaited-arrivals';
import { closedLeg } from 'graph-schema/domain/eta/closed-leg';
import { learnFrom, NOTHING_LEARNED, type EtaTables } from 'graph-schema/domain/eta/learn';
import { carrierOf, stopsAhead } from 'graph-schema/domain/eta/predict-run';
import { tablesIn, tablesText } from 'graph-schema/domain/eta/tables-text';
import { keepLearned } from '../graph-writer/keep-learned.ts';
import { loadClosed } from './load-runs.ts';
import type { ComputedEtaParts } from './tell-arrivals.ts';

export interface Learnt {
  readonly tables: EtaTables;
  /** Epoch milliseconds, service time; -Infinity: never. */
  readonly learnedAt: number;
}

type Parts = Pick<ComputedEtaParts, 'graph' | 'places' | 'map' | 'policy' | 'now'>;

const ARRIVALS = 50;
/** Clocks of processes differ, and who derived may have begun before it wrote. */
const OVERLAP_MS = 3_600_000;

/** What was learned so far, as it is stored. */
export async function storedLearning({ graph }: Pick<Parts, 'graph'>): Promise<Learnt> {
  const [row] = await graph.read((tx) => tx.run(readLearned, {}));
  return row
    ? { tables: tablesIn(row.tables), learnedAt: row.learnedAt }
    : { tables: NOTHING_LEARNED, learnedAt: -Infinity };
}

/**
 * Learns from all carriages that came to their end since it was learned last, or (`fromStart`) from all that there are, and
 * stores it. The same carriage learned from twice counts once.
 */
export async function learnArrivals(parts: Parts, fromStart = false): Promise<Learnt & { legs: number }> {
  const { graph, places, map, policy, now } = parts;
  const before = await storedLearning(parts);
  const learnedAt = now();
  let tables = fromStart ? NOTHING_LEARNED : before.tables;
  const since = fromStart || before.learnedAt === -Infinity ? 0 : before.learnedAt - OVERLAP_MS;
  let [after, legs] = ['', 0];
  for (;;) {
    const asked = { after, since, limit: ARRIVALS };
    const rows = await graph.read((tx) => tx.run(listCame, asked));
    const runs = rows.length > 0 ? await loadClosed(graph, rows, places, now()) : [];
    const closed = runs.flatMap((told) => {
      const run = { ...told, track: [], bound: null };
      const stops = stopsAhead(run, map, policy);
      if (!stops) return [];
      const way = map.measure(run.leg.mode, stops);
      return closedLeg(run.leg, carrierOf(run), run.claims, run.runOf, stops, way, policy.dwellHours) ?? [];
    });
    tables = learnFrom(tables, closed, policy);
    legs += closed.length;
    const last = rows.at(-1);
    if (!last || rows.length < ARRIVALS) break;
    after = last.arrival;
  }
  await keepLearned(graph, tablesText(tables), learnedAt);
  return { tables, learnedAt, legs };
}
