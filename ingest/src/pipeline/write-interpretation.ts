import type { Interpretation, MessageIssue } from 'graph-schema/domain/message';
import { codeNodeKey, type CodeKey } from 'graph-schema/reference/code-corrections';
import { notEntitledFor } from 'graph-schema/domain/not-entitled';
import type { Topics } from 'graph-schema/topics';
import type { ConcludedShipment } from '../graph-writer/conclude/append-entries.ts';
import { closeReading, type Closing, type CodeRow } from '../graph-writer/conclude/conclude.ts';
import { beginReading } from '../graph-writer/conclude/revise-reading.ts';
import type { FreshKeys } from '../graph-writer/conclude/standing.ts';
import { touchedBy } from '../graph-writer/conclude/touched.ts';
import { planClaim, threadKey, type PlannedClaim } from '../graph-writer/plan-batch.ts';
import { CHUNK_ROWS, createFactsBatches } from '../graph-writer/facts-batches.ts';
import { standsAlready } from '../graph-writer/stands-already.ts';
import { writePositions } from '../graph-writer/write-positions.ts';
import { createRetractionBatches, retractionRows } from '../graph-writer/write-retractions.ts';
import { rawMessageId, type RawHeader } from '../raw/raw-store.ts';
import type { ReadResult } from './read.ts';
import type { Pipeline, ProcessOutcome } from './steps.ts';

const ISSUES_KEPT = 200;

export interface Written {
  readonly outcome: ProcessOutcome;
  readonly shipments: readonly ConcludedShipment[];
  readonly moved: readonly Topics['position:changed'][];
}

/**
 * Writes what a registered raw message says: facts in chunks, then all conclusions and the outcome in one transaction.
 * `reading` names a replay, whose result takes the place of the former reading; null for a first reading.
 */
export async function writeInterpretation(
  { graph, memory, conclusions, now }: Pick<Pipeline, 'graph' | 'memory' | 'conclusions' | 'now'>,
  header: Pick<RawHeader, 'source' | 'sha256' | 'receivedAt'>,
  { format, interpretation, corrected }: Pick<ReadResult, 'format' | 'interpretation' | 'corrected'>,
  reading: string | null,
): Promise<Written> {
  const { source, receivedAt } = header;
  const raw = rawMessageId(header);
  const { claims, issues } = planClaims(source, interpretation);
  const retractions = retractionRows(raw, reading, source, interpretation.messages);
  const close = (taken: readonly PlannedClaim[]) => {
    const closedAt = new Date(now()).toISOString();
    return closingOf(raw, format, interpretation, taken.length, issues, closedAt, reading);
  };
  const codes = codesOf(interpretation.issues, corrected);
  const isBesideTheGraph = interpretation.positions.length + interpretation.statics.length > 0;
  if (reading !== null && !isBesideTheGraph && (await standsAlready(graph, raw, claims, retractions))) {
    const closing = close(claims);
    await graph.write((tx) => closeReading(tx, closing, codes));
    return { outcome: outcomeOf(closing, interpretation), shipments: [], moved: [] };
  }
  const refused = new Set<PlannedClaim>();
  const known = new Set<string>();
  const fresh: FreshKeys[] = [];
  const writeFacts = (memory.facts ??= createFactsBatches(graph, memory));
  const writeRetractions = (memory.retractions ??= createRetractionBatches(graph));
  if (reading !== null) await beginReading(graph, raw, reading);
  const arrived = conclusions.expect();
  let moved: Written['moved'];
  try {
    for (let start = 0; start < claims.length; start += CHUNK_ROWS) {
      const chunk = { raw, source, claims: claims.slice(start, start + CHUNK_ROWS) };
      const written = await writeFacts(chunk);
      for (const claim of written.refused) refused.add(claim);
      for (const id of written.known) known.add(id);
      fresh.push(...written.fresh);
    }
    await writeRetractions(retractions);
    moved = await writePositions(graph, source, receivedAt, interpretation.positions, interpretation.statics);
  } catch (error) {
    arrived(true);
    throw error;
  }
  // Before `draw` would be too early for it to be waited for, after `draw` it would wait for itself: both are one tick.
  arrived();
  for (const claim of refused) issues.push(refusalOf(claim));
  const taken = refused.size === 0 ? claims : claims.filter((claim) => !refused.has(claim));
  const closing = close(taken);
  const shipments = await conclusions.draw({
    touched: touchedBy(source, interpretation.messages, taken),
    claims: taken,
    known,
    fresh,
    closing,
    codes,
    revision:
      reading === null ? null : { raw, reading, at: closing.closedAt, rows: taken.map((claim) => claim.row) },
  });
  return { outcome: outcomeOf(closing, interpretation), shipments, moved };
}

function outcomeOf(
  { outcome, format, events, issueCount }: Closing,
  { positions }: Interpretation,
): ProcessOutcome {
  const isUnreadable = outcome === 'UNREADABLE';
  return {
    outcome: isUnreadable ? 'UNREADABLE' : 'READ',
    format,
    events,
    positions: positions.length,
    issues: issueCount,
  };
}

function planClaims(source: string, interpretation: Interpretation) {
  const claims: PlannedClaim[] = [];
  const said = new Set<string>();
  const issues: MessageIssue[] = [...interpretation.issues];
  for (const message of interpretation.messages) {
    const thread = threadKey(source, message.thread);
    const replaces = message.retraction?.kind === 'REPLACE';
    for (const attested of message.attested) {
      const claim = planClaim(attested, thread, message.version, replaces);
      if (claim) {
        // The same words that make the same claim twice (two names of one bill) are one voice.
        const words = `${claim.id}@${attested.span.start}`;
        if (!said.has(words)) claims.push(claim);
        said.add(words);
      } else
        issues.push({
          code: 'MISSING_FIELD',
          severity: 'ERROR',
          at: attested.event.code,
          value: null,
          span: attested.span,
          list: null,
        });
    }
  }
  return { claims, issues };
}

/**
 * Codes without a meaning, and those with a meaning from an operator, each once, sorted so that writers queue instead of
 * locking each other out.
 */
function codesOf(issues: readonly MessageIssue[], corrected: readonly CodeKey[]): CodeRow[] {
  const rows = new Map<string, CodeRow>();
  const note = (key: CodeKey, isUnmapped: boolean) => {
    const id = codeNodeKey(key);
    rows.set(id, [id, key.list, key.code, key.variant, isUnmapped]);
  };
  for (const key of corrected) note(key, false);
  for (const { list, value, variant = null } of issues)
    if (list !== null && value !== null) note({ list, code: value, variant }, true);
  return [...rows.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A claim that the graph would not take, in the words of the claim; the span shows the sender's own. */
function refusalOf(claim: PlannedClaim): MessageIssue {
  return {
    code: 'WRITE_FAILED',
    severity: 'ERROR',
    at: claim.subject.slice(0, 100),
    value: claim.row[1],
    span: { start: claim.row[9], end: claim.row[10] },
    list: null,
  };
}

function closingOf(
  id: string,
  format: string | null,
  interpretation: Interpretation,
  events: number,
  issues: readonly MessageIssue[],
  closedAt: string,
  reading: string | null,
): Closing {
  const { counts, positions, statics, messages } = interpretation;
  const { count, reasons } = notEntitledFor(issues);
  const tookSomething =
    events + positions.length + statics.length > 0 ||
    messages.some((m) => m.retraction) ||
    counts.withoutContent > 0;
  return {
    id,
    outcome: tookSomething ? 'READ' : 'UNREADABLE',
    format,
    ...counts,
    events,
    positions: positions.length,
    issueCount: issues.length,
    issues: JSON.stringify(issues.slice(0, ISSUES_KEPT)),
    notEntitled: count > 0 ? count : null,
    notEntitledFor: count > 0 ? reasons : null,
    closedAt,
    reading,
  };
}
