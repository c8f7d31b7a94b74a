import { laneStates } from 'graph-schema/cypher/feed/lane-states';
import type { Asks } from 'graph-schema/cypher/statement';
import { isWanted, type FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { LANE_START, type FeedPosition, type LanePosition } from 'graph-schema/domain/feed/feed-position';
import { changeFor } from 'graph-schema/domain/summary/own-change';
import { isForAsker } from 'graph-schema/domain/feed/sight-log';
import type { Logger } from 'pino';
import type { FeedReader } from '../access/own-rules.ts';
import type { Nudges } from '../live/nudges.ts';
import { BatchStore } from './batch-store.ts';
import { LiveFollowers } from './live-followers.ts';
import { namesFor } from './names-for.ts';
import { ShipmentNotes, type ShipmentNote } from './shipment-notes.ts';
import type { ToldBatch, ToldEntry } from './told-batch.ts';

/** Which entries are somebody's. */
export interface Wanted extends FeedReader {
  readonly filter: FeedFilter;
  /** What has to hold besides; left out: nothing. */
  readonly also?: (entry: ToldEntry) => boolean;
}

export interface HubPage {
  readonly entries: readonly ToldEntry[];
  readonly position: FeedPosition;
  /** Batches of the feed that are still to be read. */
  readonly behind: number;
}

/** Batches that were to be read are not kept any more. */
export class ForgottenError extends Error {}

/** Without a nudge the counters are looked at so often. */
const LOOK_MS = 1000;
/** Entries looked at for one page, wanted or not: others take turns. */
const LOOKED_AT_MAX = 5000;
/** Goes on so long after the last one left: who polls comes again. */
const LINGER_MS = 30_000;

/**
 * The feed as all consumers of this process read it: one look at the counters, one reading of each batch, however many
 * follow. Nobody has a buffer: each reads on from his own position when he is ready for more.
 */
export class FeedHub {
  readonly followers = new LiveFollowers();
  readonly #graph: Asks;
  readonly #log: Logger;
  readonly #notes: ShipmentNotes;
  readonly #store: BatchStore;
  readonly #listeners = new Set<() => void>();
  #last: number[] = [];
  #epoch: string | null = null;
  #generation = 0;
  #users = 0;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  constructor(graph: Asks, nudges: Pick<Nudges, 'onFeed'>, log: Logger) {
    this.#graph = graph;
    this.#log = log;
    this.#notes = new ShipmentNotes(graph);
    this.#store = new BatchStore(graph, (batches) => this.#notes.read(shipmentsIn(batches)));
    nudges.onFeed(({ lane, seq }) => {
      // Told after it was written, so everything up to it can be read.
      if (this.#users > 0 && seq > (this.#last[lane] ?? Infinity)) this.#advance(lane, seq);
    });
  }

  /** Changes when positions of before may not hold any more: the graph was set back, or is another one. */
  get generation(): number {
    return this.#generation;
  }

  /** Keeps it reading until the returned function is called. */
  use(): () => void {
    this.#users += 1;
    this.#timer ??= setInterval(() => void this.#lookQuietly(), LOOK_MS);
    let isUsed = true;
    return () => {
      if (!isUsed) return;
      isUsed = false;
      const linger = setTimeout(() => this.#leave(), LINGER_MS);
      linger.unref();
    };
  }

  /** Calls back when there may be more to read. Returns the way out. */
  onMore(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks at the counters; several who ask together ask once. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null));
    return this.#looking;
  }

  /** The next entries behind a position that somebody wants. Fails when the graph does not answer. */
  async page(from: FeedPosition, wanted: Wanted, first: number): Promise<HubPage> {
    const lanes = this.#last.map((_, lane) => from.lanes[lane] ?? LANE_START);
    const entries: ToldEntry[] = [];
    let looked = 0;
    for (let moved = true; moved;) {
      moved = false;
      for (const [lane, last] of this.#last.entries()) {
        const at = lanes[lane] ?? LANE_START;
        const seq = at.done > 0 ? at.seq : at.seq + 1;
        if (seq > last || entries.length >= first || looked >= LOOKED_AT_MAX) continue;
        const batch = this.#store.peek(lane, seq) ?? (await this.#store.find(lane, seq, last));
        if (!batch) continue;
        if (batch.seq !== seq) throw new ForgottenError(`batch ${lane}.${seq} is not kept any more`);
        let next = at.done;
        for (; next < batch.entries.length && entries.length < first; next += 1) {
          const entry = entryFor(batch.entries[next], wanted.own);
          looked += 1;
          if (entry && isTold(entry, await this.#noteOf(entry.shipment), wanted)) entries.push(entry);
        }
        lanes[lane] = positionIn(batch, next);
        moved = true;
      }
    }
    const behind = lanes.reduce((sum, at, lane) => sum + behindIn(at, this.#last[lane] ?? 0), 0);
    return { entries, position: { ...from, lanes }, behind };
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#listeners.clear();
  }

  async #noteOf(shipment: string): Promise<ShipmentNote> {
    if (!this.#notes.get(shipment)) await this.#notes.read([shipment]);
    return this.#notes.get(shipment) ?? { aliases: [], numbers: [], sight: [] };
  }

  #leave(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.close();
    this.#store.clear();
    this.#notes.clear();
    this.#last = [];
  }

  async #lookQuietly(): Promise<void> {
    await this.look().catch((error: unknown) => this.#log.debug({ err: error }, 'feed not looked at'));
  }

  async #look(): Promise<void> {
    const rows = await this.#graph.run(laneStates, { seqs: [] });
    const epoch = rows[0]?.epoch ?? '';
    if (rows.some(({ lane, seq }) => seq < (this.#last[lane] ?? 0)) || epoch !== (this.#epoch ?? epoch)) {
      this.#generation += 1;
      this.#store.clear();
      this.#notes.clear();
      this.#last = [];
    }
    this.#epoch = epoch;
    for (const { lane, seq } of rows) if (seq !== this.#last[lane]) this.#advance(lane, seq);
  }

  #advance(lane: number, seq: number): void {
    const before = this.#last[lane];
    this.#last[lane] = seq;
    // Read at once, whoever wants it: who opens or closes a shipment changes what may be told of older entries.
    if (before !== undefined)
      this.#store.find(lane, seq, seq).catch((error: unknown) => this.#log.debug({ err: error }, 'feed not read')); // prettier-ignore
    for (const listener of this.#listeners) listener();
  }
}

/** What was found by limits of organisations' own is told to none but those; null: it tells nothing by the limits of whoever reads. */
function entryFor(entry: ToldEntry | undefined, own: string | null): ToldEntry | null {
  if (!entry?.derived?.own) return entry ?? null;
  const derived = changeFor(entry.derived, own);
  return derived && { ...entry, derived };
}

function isTold(entry: ToldEntry, note: ShipmentNote, { sight, filter, also }: Wanted): boolean {
  return (
    isForAsker(entry, entry.seq, note.sight, sight) &&
    isWanted(entry, namesFor(entry, note, filter), filter) &&
    (also?.(entry) ?? true)
  );
}

function positionIn({ seq, mark, entries }: ToldBatch, done: number): LanePosition {
  return { seq, done: done < entries.length ? done : 0, mark };
}

function behindIn({ seq, done }: LanePosition, last: number): number {
  return Math.max(last - seq, 0) + (done > 0 ? 1 : 0);
}

function shipmentsIn(batches: readonly ToldBatch[]): string[] {
  return [...new Set(batches.flatMap(({ entries }) => entries.map(({ shipment }) => shipment)))];
}
