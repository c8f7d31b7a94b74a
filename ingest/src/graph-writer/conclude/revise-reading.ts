import type { EventRow } from 'graph-schema/cypher/write/create-events';
import {
  dateRetractions,
  dropFormerAttestations,
  dropFormerRetractions,
  markFormerReading,
  reviseAttestations,
} from 'graph-schema/cypher/write/revise-reading';
import type { Graph, Tx } from '../graph.ts';
import { touch, touchTakenBack, type Touched } from './touched.ts';

/** A raw message that was read again: its claims stand in the graph, those of the former reading still too. */
export interface Revision {
  readonly raw: string;
  /** Name of this reading: the delivery id of the replay. */
  readonly reading: string;
  /** UTC, ISO 8601: since when what only this reading finds is known, and until when what only the former one found was. */
  readonly at: string;
  readonly rows: readonly EventRow[];
}

const ROWS = 2000;

/** Before the facts of another reading of a raw message are written: keeps apart what the former one said. */
export async function beginReading(graph: Pick<Graph, 'write'>, raw: string, reading: string): Promise<void> {
  await graph.write((tx) => tx.run(markFormerReading, { raw, reading }));
}

/**
 * Lets a reading take the place of the former one, in the transaction that concludes from it, so that nobody sees the
 * message half withdrawn. All that the former reading said and this one does not is touched, too.
 */
export async function reviseReading(tx: Tx, revision: Revision, touched: Touched): Promise<void> {
  const { raw, reading, at, rows } = revision;
  for (let start = 0; start < rows.length; start += ROWS) {
    const part = rows.slice(start, start + ROWS);
    for (const { thread } of await tx.run(reviseAttestations, { raw, reading, at, rows: part }))
      touched.threads.add(thread);
  }
  for (const row of await tx.run(dropFormerAttestations, { raw, reading, at })) {
    touch(touched, [...row.keys, ...row.documents]);
    if (row.happened) touchTakenBack(touched, row.keys);
    if (row.thread !== null) touched.threads.add(row.thread);
  }
  for (const { thread } of await tx.run(dropFormerRetractions, { raw, reading, at }))
    touched.threads.add(thread);
  await tx.run(dateRetractions, { raw, reading, at });
}
