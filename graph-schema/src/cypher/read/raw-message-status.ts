import { statement } from '../statement.ts';

/** What became of a raw message. `outcome` null: not read yet. */
export const rawMessageStatus = statement<
  { id: string },
  {
    id: string;
    outcome: string | null;
    format: string | null;
    receivedAt: string;
    deliveries: number;
    units: number | null;
    withEvents: number | null;
    withPositions: number | null;
    withIssuesOnly: number | null;
    withoutContent: number | null;
    events: number | null;
    positions: number | null;
    issueCount: number | null;
    issues: string | null;
    closedAt: string | null;
    allOrNothing: true | null;
  }
>(
  'rawMessageStatus',
  `MATCH (w:RawMessage {id: $id})
RETURN w.id AS id, w.outcome AS outcome, w.format AS format, w.receivedAt AS receivedAt,
  toFloat(size(w.deliveries)) AS deliveries, w.units AS units, w.withEvents AS withEvents,
  w.withPositions AS withPositions, w.withIssuesOnly AS withIssuesOnly, w.withoutContent AS withoutContent,
  w.events AS events, w.positions AS positions, w.issueCount AS issueCount, w.issues AS issues,
  w.closedAt AS closedAt, w.allOrNothing AS allOrNothing`,
);
