import { statement } from '../statement.ts';

/**
 * The outcome of a raw message: what P1 adds up. `READ` (events, positions or issues), `UNREADABLE` (nothing could be
 * taken; the issues say why) or `DEAD` (failed again and again; an operator decides).
 */
export const closeRawMessage = statement<{
  id: string;
  outcome: 'READ' | 'UNREADABLE' | 'DEAD';
  format: string | null;
  units: number;
  withEvents: number;
  withPositions: number;
  withIssuesOnly: number;
  withoutContent: number;
  events: number;
  positions: number;
  issueCount: number;
  issues: string;
  /** Findings that something may not be said by this source; null: none, and then it is found by no search for them. */
  notEntitled: number | null;
  notEntitledFor: string[] | null;
  closedAt: string;
  /** The replay that this outcome comes from; null for the first reading. */
  reading: string | null;
  /** True: its sender wants all of it taken or nothing. Null: what can be taken. */
  allOrNothing: true | null;
}>(
  'closeRawMessage',
  `MATCH (w:RawMessage {id: $id})
SET w.outcome = $outcome, w.format = $format, w.units = $units, w.withEvents = $withEvents,
  w.withPositions = $withPositions, w.withIssuesOnly = $withIssuesOnly, w.withoutContent = $withoutContent,
  w.events = $events, w.positions = $positions, w.issueCount = $issueCount, w.issues = $issues,
  w.notEntitled = $notEntitled, w.notEntitledFor = $notEntitledFor,
  w.closedAt = $closedAt, w.reading = $reading, w.allOrNothing = $allOrNothing`,
);
