import { readFeed } from 'graph-schema/cypher/derive/lanes';
import type { Asks } from 'graph-schema/cypher/statement';
import { tellBatches, type ToldBatch } from './told-batch.ts';

/** Batches that are read and kept together: however many follow, each piece is read once. */
const PIECE = 16;
/** Entries kept in memory; what was not asked for the longest goes first. */
const ENTRIES_MAX = 30_000;

interface Piece {
  readonly lane: number;
  readonly batches: ToldBatch[];
  entries: number;
  /** Up to where it has been read; the last piece of a lane grows. */
  readTo: number;
  reading: Promise<void> | null;
}

/** Batches of the feed as they were read, by lane and number. */
export class BatchStore {
  readonly #graph: Asks;
  readonly #onRead: (batches: readonly ToldBatch[]) => Promise<void>;
  readonly #pieces = new Map<string, Piece>();
  #entries = 0;

  constructor(graph: Asks, onRead: (batches: readonly ToldBatch[]) => Promise<void>) {
    this.#graph = graph;
    this.#onRead = onRead;
  }

  /** The batch, or where it is not kept any more the next one; null: neither up to `last`. */
  async find(lane: number, seq: number, last: number): Promise<ToldBatch | null> {
    const index = Math.floor((seq - 1) / PIECE);
    const piece = this.#touch(lane, index);
    const readTo = Math.min(last, (index + 1) * PIECE);
    while (piece.readTo < readTo) {
      const before = piece.readTo;
      piece.reading ??= this.#read(piece, readTo).finally(() => (piece.reading = null));
      await piece.reading;
      if (piece.readTo === before) break;
    }
    const { batches } = piece;
    const at = batches[seq - (batches[0]?.seq ?? seq)];
    return at?.seq === seq ? at : (batches.find((batch) => batch.seq > seq) ?? null);
  }

  /** Without waiting: null where it would have to be read first. */
  peek(lane: number, seq: number): ToldBatch | null {
    const batches = this.#pieces.get(`${lane}.${Math.floor((seq - 1) / PIECE)}`)?.batches;
    const at = batches?.[seq - (batches[0]?.seq ?? seq)];
    return at?.seq === seq ? at : null;
  }

  clear(): void {
    this.#pieces.clear();
    this.#entries = 0;
  }

  #touch(lane: number, index: number): Piece {
    const key = `${lane}.${index}`;
    const kept = this.#pieces.get(key);
    const piece = kept ?? { lane, batches: [], entries: 0, readTo: index * PIECE, reading: null };
    if (kept) this.#pieces.delete(key);
    this.#pieces.set(key, piece);
    return piece;
  }

  async #read(piece: Piece, readTo: number): Promise<void> {
    const { lane, readTo: after } = piece;
    const rows = await this.#graph.run(readFeed, { lane, after, limit: readTo - after });
    const told = await tellBatches(this.#graph, lane, rows.filter(({ seq }) => seq <= readTo)); // prettier-ignore
    await this.#onRead(told);
    piece.batches.push(...told);
    // Where even the first is beyond, what lies between was forgotten.
    piece.readTo = rows.length > 0 && told.length === 0 ? readTo : Math.max(told.at(-1)?.seq ?? 0, after);
    const count = told.reduce((sum, { entries }) => sum + entries.length, 0);
    piece.entries += count;
    this.#entries += count;
    this.#forget(piece);
  }

  #forget(current: Piece): void {
    for (const [key, piece] of this.#pieces) {
      if (this.#entries <= ENTRIES_MAX) return;
      if (piece === current || piece.reading) continue;
      this.#pieces.delete(key);
      this.#entries -= piece.entries;
    }
  }
}
