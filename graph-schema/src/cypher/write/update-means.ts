import { statement } from '../statement.ts';

/** What is known of a ship, train or aircraft as such; never set back to null by a report that leaves it out. */
export const updateMeans = statement<{
  rows: {
    key: string;
    imo: string | null;
    name: string | null;
    callSign: string | null;
    destination: string | null;
    /** The newest position, packed JSON, and its epoch milliseconds; an older one never overwrites a newer. */
    position: string | null;
    at: number;
    /** Who reported that position. */
    source: string;
  }[];
}>(
  'updateMeans',
  `UNWIND $rows AS r
MERGE (m:TransportMeans {key: r.key})
SET m.imo = coalesce(r.imo, m.imo), m.name = coalesce(r.name, m.name),
  m.callSign = coalesce(r.callSign, m.callSign), m.destination = coalesce(r.destination, m.destination)
WITH m, r WHERE r.position IS NOT NULL AND r.at >= coalesce(m.at, -1)
SET m.position = r.position, m.at = r.at, m.source = r.source`,
);
