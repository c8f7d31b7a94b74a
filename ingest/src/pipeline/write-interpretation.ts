import type { MessageIssue } from 'graph-schema/domain/message';
import type { Topics } from 'graph-schema/topics';
import type { ConcludedShipment } from '../graph-writer/conclude/append-entries.ts';
import { closeReading, type Closing } from '../graph-writer/conclude/conclude.ts';
import { beginReading } from '../graph-writer/conclude/revise-reading.ts';
import type { FreshKeys } from '../graph-writer/conclude/standing.ts';
import { touchedBy } from '../graph-writer/conclude/touched.ts';
import { CHUNK_ROWS, createFactsBatches } from '../graph-writer/facts-batches.ts';
import { rowOf, type PlannedClaim } from '../graph-writer/plan-batch.ts';
import { standsAlready } from '../graph-writer/stands-already.ts';
import { writePositions } from '../graph-writer/write-positions.ts';
import { createRetractionBatches } from '../graph-writer/write-retractions.ts';
import { nothingOf } from './all-or-nothing.ts';
import { closingOf, type WritePlan } from './plan-writing.ts';
import type { Pipeline, ProcessOutcome } from './steps.ts';

export interface Written {
  readonly outcome: ProcessOutcome;
  readonly shipments: readonly ConcludedShipment[];
  readonly moved: readonly Topics['position:changed'][];
}

/** Writes what a registered raw message says: facts in chunks, then all conclusions and the outcome in one transaction. */
export async function writeInterpretation(
  { graph, memory, conclusions, now }: Pick<Pipeline, 'graph' | 'memory' | 'conclusions' | 'now'>,
  plan: WritePlan,
): Promise<Written> {
  const { raw, source, claims, retractions, codes, positions, statics, issues, reading } = plan;
  const close = (taken: readonly PlannedClaim[], of = plan) =>
    closingOf(of, taken.length, new Date(now()).toISOString());
  const isBesideTheGraph = positions.length + statics.length > 0;
  if (reading !== null && !isBesideTheGraph && (await standsAlready(graph, raw, claims, retractions))) {
    const closing = close(claims);
    await graph.write((tx) => closeReading(tx, closing, codes));
    return { outcome: outcomeOf(closing), shipments: [], moved: [] };
  }
  const refused = new Set<PlannedClaim>();
  const known = new Set<string>();
  const fresh: FreshKeys[] = [];
  const writeFacts = (memory.facts ??= createFactsBatches(graph, memory));
  const writeRetractions = (memory.retractions ??= createRetractionBatches(graph));
  if (reading !== null) await beginReading(graph, raw, reading);
  const arrived = conclusions.expect();
  let moved: Written['moved'] = [];
  // All was wanted or nothing: what was written before something was refused is taken back by the conclusions.
  const isTakenBack = () => plan.allOrNothing !== null && refused.size > 0;
  try {
    for (let start = 0; start < claims.length; start += CHUNK_ROWS) {
      const chunk = { raw, source, claims: claims.slice(start, start + CHUNK_ROWS) };
      const written = await writeFacts(chunk);
      for (const claim of written.refused) refused.add(claim);
      for (const id of written.known) known.add(id);
      fresh.push(...written.fresh);
    }
    if (!isTakenBack()) {
      await writeRetractions(retractions);
      moved = await writePositions(graph, source, plan.receivedAt, positions, statics);
    }
  } catch (error) {
    arrived(true);
    throw error;
  }
  // Before `draw` would be too early for it to be waited for, after `draw` it would wait for itself: both are one tick.
  arrived();
  for (const claim of refused) issues.push(refusalOf(claim));
  const isNothing = isTakenBack();
  const taken = isNothing ? [] : refused.size === 0 ? claims : claims.filter((claim) => !refused.has(claim));
  const closing = close(taken, isNothing ? nothingOf(plan) : plan);
  const revising = reading ?? (isNothing ? plan.allOrNothing : null);
  const shipments = await conclusions.draw({
    touched: touchedBy(taken, isNothing ? [] : plan.threads),
    claims: taken,
    known,
    fresh,
    closing,
    codes,
    revision:
      revising === null
        ? null
        : {
            raw,
            reading: revising,
            at: closing.closedAt,
            rows: taken.map(rowOf),
          },
  });
  return { outcome: outcomeOf(closing), shipments, moved };
}

function outcomeOf({ outcome, format, events, positions, issueCount }: Closing): ProcessOutcome {
  const isUnreadable = outcome === 'UNREADABLE';
  return {
    outcome: isUnreadable ? 'UNREADABLE' : 'READ',
    format,
    events,
    positions,
    issues: issueCount,
  };
}

/** A claim that the graph would not take, in the words of the claim; the span shows the sender's own. */
function refusalOf(claim: PlannedClaim): MessageIssue {
  const [, , , , , , , , , start, end] = rowOf(claim);
  return {
    code: 'WRITE_FAILED',
    severity: 'ERROR',
    at: claim.subject.slice(0, 100),
    value: claim.code,
    span: { start, end },
    list: null,
  };
}
