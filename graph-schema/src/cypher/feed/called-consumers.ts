import { statement } from '../statement.ts';

/** Who is called with what the feed says: a webhook or a subscription of a standard, without its secrets. */
export interface CalledConsumerRow {
  readonly id: string;
  /** Null: of whoever runs the service. */
  readonly organisation: string | null;
  readonly form: string;
  readonly url: string;
  readonly description: string;
  readonly state: string;
  readonly cursor: string;
  /** Wall clock, epoch milliseconds; null: the last call came through. */
  readonly failingSince: number | null;
  /** A call is under way. */
  readonly isCalled: boolean;
}

/** Of all organisations, the oldest first. */
export const calledConsumers = statement<{ limit: number }, CalledConsumerRow>(
  'calledConsumers',
  `MATCH (w:Webhook)
RETURN w.id AS id, w.organisation AS organisation, coalesce(w.form, 'STANDARD') AS form, w.url AS url, w.description AS description,
  w.state AS state, w.cursor AS cursor, w.failingSince AS failingSince, w.pending IS NOT NULL AS isCalled
ORDER BY w.createdAt, id LIMIT toInteger($limit)`,
);
