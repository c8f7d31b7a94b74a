import type { Asks } from 'graph-schema/cypher/statement';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import type { SightLog } from 'graph-schema/domain/feed/sight-log';

interface StoredBatch {
  readonly seq: number;
  readonly at: string;
  readonly mark: string;
  readonly entries: string;
}

/** A graph that holds a feed and nothing else, and counts what is asked of it. */
export class FakeFeed implements Asks {
  readonly lanes: StoredBatch[][];
  readonly asked = new Map<string, number>();
  readonly sight = new Map<string, SightLog>();
  epoch = 'first';
  isAway = false;
  #marks = 0;

  constructor(lanes: number) {
    this.lanes = Array.from({ length: lanes }, () => []);
  }

  /** Writes a batch, and answers the ids of its entries. */
  append(lane: number, entries: readonly FeedEntry[], at = '2026-11-21T09:07:00.000Z'): string[] {
    const batches = this.lanes[lane] ?? [];
    const seq = (batches.at(-1)?.seq ?? 0) + 1;
    this.#marks += 1;
    batches.push({ seq, at, mark: this.#marks.toString(16), entries: JSON.stringify(entries) });
    return entries.map((_, index) => `${lane}.${seq}.${index}`);
  }

  run<R>({ name }: { readonly name: string }, params: unknown): Promise<R[]> {
    this.asked.set(name, (this.asked.get(name) ?? 0) + 1);
    if (this.isAway) return Promise.reject(new Error('the graph is away'));
    return Promise.resolve(this.#answer(name, params as never) as R[]);
  }

  #answer(name: string, params: { seqs: (number | null)[]; lane: number; after: number; limit: number; ids: string[]; at: string }): unknown[] {
    if (name === 'laneStates')
      return this.lanes.map((batches, lane) => {
        const seq = batches.at(-1)?.seq ?? 0;
        const mark = batches.find((batch) => batch.seq === (params.seqs[lane] ?? seq))?.mark ?? null;
        return { lane, epoch: this.epoch, seq, floor: batches[0]?.seq ?? seq, mark };
      });
    if (name === 'placesAt')
      return this.lanes.map((batches, lane) => {
        const found = batches.find(({ at }) => at >= params.at);
        return { lane, seq: found ? found.seq - 1 : (batches.at(-1)?.seq ?? 0) };
      });
    if (name === 'readFeed')
      return (this.lanes[params.lane] ?? []).filter(({ seq }) => seq > params.after).slice(0, params.limit);
    if (name === 'feedShipments')
      return params.ids.map((id) => ({ id, aliases: [], numbers: [], sight: JSON.stringify(this.sight.get(id) ?? []) }));
    return [];
  } // prettier-ignore
} // prettier-ignore
