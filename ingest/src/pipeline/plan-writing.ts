import type { Interpretation, MessageIssue } from 'graph-schema/domain/message';
import type { RetractionRow } from 'graph-schema/cypher/write/record-retractions';
import { notEntitledFor } from 'graph-schema/domain/not-entitled';
import { codeNodeKey, type CodeKey } from 'graph-schema/reference/code-corrections';
import type { Closing, CodeRow } from '../graph-writer/conclude/conclude.ts';
import { threadsWithoutClaims } from '../graph-writer/conclude/touched.ts';
import { planClaim, threadKey, type PlannedClaim } from '../graph-writer/plan-batch.ts';
import { retractionRows } from '../graph-writer/write-retractions.ts';
import { rawMessageId, type RawHeader } from '../raw/raw-store.ts';
import type { ReadResult } from './read.ts';

const ISSUES_KEPT = 200;

/**
 * What a reading asks to be written. Messages wait for each other to be written together, up to a second under load:
 * meanwhile only this is kept of them, and what was read can go.
 */
export interface WritePlan {
  readonly raw: string;
  readonly source: string;
  /** When it was first received, ISO 8601. */
  readonly receivedAt: string;
  /** Names a replay, whose result takes the place of the former reading; null for a first reading. */
  readonly reading: string | null;
  /** The delivery of which its sender wants all taken or nothing; null: what can be taken. */
  readonly allOrNothing: string | null;
  readonly format: string | null;
  readonly claims: readonly PlannedClaim[];
  readonly retractions: readonly RetractionRow[];
  /** Threads of messages that make no claims, or take some back. */
  readonly threads: readonly string[];
  readonly takesBack: boolean;
  readonly positions: Interpretation['positions'];
  readonly statics: Interpretation['statics'];
  readonly codes: readonly CodeRow[];
  readonly issues: MessageIssue[];
  readonly counts: Interpretation['counts'];
}

/** What is needed of a header, with the time of the first receipt. */
export type PlannedHeader = Pick<RawHeader, 'source' | 'sha256' | 'receivedAt' | 'delivery' | 'allOrNothing'>;

export function planWriting(
  header: PlannedHeader,
  { format, interpretation, corrected }: Pick<ReadResult, 'format' | 'interpretation' | 'corrected'>,
  reading: string | null,
): WritePlan {
  const { source, receivedAt } = header;
  const raw = rawMessageId(header);
  const { messages, positions, statics, counts } = interpretation;
  return {
    raw,
    source,
    receivedAt,
    reading,
    allOrNothing: header.allOrNothing ? header.delivery : null,
    format,
    ...planClaims(source, interpretation),
    retractions: retractionRows(raw, reading, source, messages),
    threads: threadsWithoutClaims(source, messages),
    takesBack: messages.some(({ retraction }) => retraction !== null),
    positions,
    statics,
    codes: codesOf(interpretation.issues, corrected),
    counts,
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

/** The outcome of a message of which these claims were taken. */
export function closingOf(plan: WritePlan, taken: number, closedAt: string): Closing {
  const { raw, format, counts, positions, statics, issues, reading, allOrNothing } = plan;
  const { count, reasons } = notEntitledFor(issues);
  const tookSomething =
    taken + positions.length + statics.length > 0 || plan.takesBack || counts.withoutContent > 0;
  return {
    id: raw,
    outcome: tookSomething ? 'READ' : 'UNREADABLE',
    format,
    ...counts,
    events: taken,
    positions: positions.length,
    issueCount: issues.length,
    issues: JSON.stringify(issues.slice(0, ISSUES_KEPT)),
    notEntitled: count > 0 ? count : null,
    notEntitledFor: count > 0 ? reasons : null,
    closedAt,
    reading,
    allOrNothing: allOrNothing === null ? null : true,
  };
}
