import { readLearnedAnew } from '../cypher/read/awaited-arrivals.ts';
import type { Asks } from '../cypher/statement.ts';
import { runKey } from '../domain/claim-keys.ts';
import { pastErrors, type PastErrors } from '../domain/eta/error-band.ts';
import { tablesIn } from '../domain/eta/tables-text.ts';
import type { JourneyFacts } from '../domain/journey/facts.ts';
import { getPredictionPolicy } from '../reference/eta-prediction.ts';

/** The last tables that were read: they change every few minutes, and are asked for with every shipment that changes carriage. */
let kept: { readonly name: string; readonly past: PastErrors } | null = null;

/** How far the words of sources were off in the past; null: nothing is learned, or none of the shipments changes carriage. */
export async function pastErrorsFor(graph: Asks, facts: readonly JourneyFacts[]): Promise<PastErrors | null> {
  if (!facts.some(changesCarriage)) return null;
  const [row] = await graph.run(readLearnedAnew, { known: kept?.name ?? null });
  if (!row) return null;
  if (row.tables !== null)
    kept = { name: row.name, past: pastErrors(tablesIn(row.tables).errors, getPredictionPolicy()) };
  return kept?.past ?? null;
}

function changesCarriage({ claims }: JourneyFacts): boolean {
  const runs = new Set(claims.flatMap(({ event }) => (event.transport && runKey(event.transport)) ?? []));
  return runs.size > 1;
}
