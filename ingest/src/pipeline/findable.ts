import { claimKeys } from 'graph-schema/domain/claim-keys';
import type { Interpretation, MessageIssue, UnitCounts } from 'graph-schema/domain/message';
import type { Attested, TrackingEvent } from 'graph-schema/domain/tracking-event';

/**
 * Leaves of an interpretation the claims that somebody can find again. One that names no box, paper, run or means of
 * transport, as damaged messages make them, becomes a finding: in the graph nobody could ever come upon it.
 */
export function findable(interpretation: Interpretation): Interpretation {
  const lost: Attested[] = [];
  const messages = interpretation.messages.map((message) => {
    const attested = message.attested.filter((one) => {
      const names = namesSomething(one.event);
      if (!names) lost.push(one);
      return names;
    });
    return attested.length === message.attested.length ? message : { ...message, attested };
  });
  if (lost.length === 0) return interpretation;
  const left = messages.flatMap(({ attested }) => attested);
  return {
    ...interpretation,
    messages,
    issues: [...interpretation.issues, ...lost.map(finding)],
    counts: countsOf(interpretation.counts, left, lost),
  };
}

function namesSomething(event: TrackingEvent): boolean {
  // Most claims name a box or a paper; the keys need building only for the others.
  return event.equipment !== null || event.documents.length > 0 || claimKeys(event).subject !== null;
}

function finding({ event, span }: Attested): MessageIssue {
  return {
    code: 'MISSING_FIELD',
    severity: 'ERROR',
    at: event.code,
    value: 'what it is about',
    span,
    list: null,
  };
}

/** A place in the message of which no claim is left holds an issue only, as long as the units that remain have claims. */
function countsOf(counts: UnitCounts, left: readonly Attested[], lost: readonly Attested[]): UnitCounts {
  const spanOf = ({ span }: Attested): string => `${span.start}-${span.end}`;
  const kept = new Set(left.map(spanOf));
  const emptied = new Set(lost.map(spanOf).filter((span) => !kept.has(span))).size;
  const atLeast = left.length > 0 ? 1 : 0;
  const withEvents = Math.min(left.length, Math.max(atLeast, counts.withEvents - emptied));
  const moved = counts.withEvents - withEvents;
  return { ...counts, withEvents, withIssuesOnly: counts.withIssuesOnly + moved };
}
