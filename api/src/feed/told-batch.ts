import { feedClaims } from 'graph-schema/cypher/feed/feed-shipments';
import type { Asks } from 'graph-schema/cypher/statement';
import type { SightKey } from 'graph-schema/domain/access/asker';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import type { Filtered } from 'graph-schema/domain/feed/feed-filter';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { readClaim } from 'graph-schema/identity/claim-text';

export interface ToldClaim {
  readonly id: string;
  readonly event: TrackingEvent;
}

/** An entry of the feed with what it names. Shared by all who follow: never changed. */
export interface ToldEntry extends Filtered {
  /** Lane, number of the batch and place in it: the same whenever and over whatever it is told. */
  readonly id: string;
  /** When it was written, service time. */
  readonly at: string;
  readonly seq: number;
  readonly claims: readonly ToldClaim[];
  readonly mergedInto: string | null;
  readonly keys: readonly SightKey[];
}

export interface ToldBatch {
  readonly seq: number;
  readonly mark: string;
  readonly entries: readonly ToldEntry[];
}

interface BatchRow {
  readonly seq: number;
  readonly at: string;
  readonly mark: string | null;
  readonly entries: string;
}

const CLAIMS_AT_ONCE = 2000;

/** Batches of a lane with the claims that they name, which never change. */
export async function tellBatches(
  graph: Asks,
  lane: number,
  rows: readonly BatchRow[],
): Promise<ToldBatch[]> {
  const read = rows.map((row) => ({ ...row, stored: JSON.parse(row.entries) as FeedEntry[] }));
  const ids = new Set(read.flatMap(({ stored }) => stored.flatMap(claimsOf)));
  const events = await readEvents(graph, [...ids]);
  return read.map(({ seq, at, mark, stored }) => ({
    seq,
    mark: mark ?? '',
    entries: stored.map((entry, index) => {
      const claims = claimsOf(entry).flatMap((id) => {
        const event = events.get(id);
        return event ? [{ id, event }] : [];
      });
      return {
        id: `${lane}.${seq}.${index}`,
        at,
        seq,
        shipment: entry.shipment,
        kind: entry.kind,
        claims,
        codes: claims.map(({ event }) => event.code),
        mergedInto: entry.kind === 'MERGED_INTO' ? (entry.ids[0] ?? null) : null,
        derived: entry.derived ?? null,
        keys: entry.keys ?? [],
      };
    }),
  }));
}

function claimsOf({ kind, ids }: FeedEntry): readonly string[] {
  return kind === 'ADDED' || kind === 'WITHDRAWN' ? ids : [];
}

async function readEvents(graph: Asks, ids: readonly string[]): Promise<Map<string, TrackingEvent>> {
  const events = new Map<string, TrackingEvent>();
  for (let i = 0; i < ids.length; i += CLAIMS_AT_ONCE) {
    const rows = await graph.run(feedClaims, { ids: ids.slice(i, i + CLAIMS_AT_ONCE) });
    for (const { id, claim } of rows) events.set(id, readClaim(claim));
  }
  return events;
}
