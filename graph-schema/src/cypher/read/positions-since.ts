import { statement } from '../statement.ts';

/** The newest position of everything that was heard since an instant, epoch milliseconds. */
export const positionsSince = statement<
  { since: number },
  { key: string; imo: string | null; name: string | null; position: string; at: number }
>(
  'positionsSince',
  `MATCH (m:TransportMeans) WHERE m.at >= $since AND m.position IS NOT NULL
RETURN m.key AS key, m.imo AS imo, m.name AS name, m.position AS position, m.at AS at`,
);
