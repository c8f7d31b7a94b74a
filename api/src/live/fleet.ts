import { findMeans } from 'graph-schema/cypher/read/means-of-transport';
import { positionsSince } from 'graph-schema/cypher/read/positions-since';
import type { Asks } from 'graph-schema/cypher/statement';
import type { PositionReport } from 'graph-schema/domain/position';
import type { Logger } from 'pino';
import type { Nudges } from './nudges.ts';
import { ALL_KINDS, isOfKind } from './seen-kinds.ts';

/** Something that reports where it is, as a map shows it. */
export interface MapPosition {
  /** `MMSI:…`, `AIRCRAFT:…`, `TRAIN_RUN:…`, `TRUCK:…`, `CONTAINER:…`. */
  readonly key: string;
  readonly name: string | null;
  readonly imo: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number | null;
  readonly courseDegrees: number | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Degrees, WGS 84; where `west` is greater than `east` it goes across the date line. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What was not heard for longer is not shown on a map. */
export const HEARD_MS = 24 * 3_600_000;
/** Changes are read together so often. */
const READ_MS = 1000;
/** Nudges may be lost: everything is read again so often. */
const ALL_MS = 60_000;
const LINGER_MS = 30_000;

/**
 * Where everything is that reports it, for all live maps of this process: read once, and then what moved. Kept by squares of a
 * degree, so that a view looks only at its own. Nothing is read while nobody looks.
 */
export class Fleet {
  readonly #graph: Asks;
  readonly #nudges: Pick<Nudges, 'onAnyPosition' | 'onResumed'>;
  readonly #now: () => number;
  readonly #log: Logger;
  readonly #squares = new Map<number, Map<string, MapPosition>>();
  readonly #squareOf = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  #moved = new Set<string>();
  #users = 0;
  #leave: (() => void)[] = [];
  #reading: Promise<void> | null = null;
  #allAt = -Infinity;

  constructor(graph: Asks, nudges: Pick<Nudges, 'onAnyPosition' | 'onResumed'>, now: () => number, log: Logger) {
    this.#graph = graph;
    this.#nudges = nudges;
    this.#now = now;
    this.#log = log;
  } // prettier-ignore

  /** Keeps it reading until the returned function is called. Resolves once it has read all; fails when the graph does not answer. */
  async use(): Promise<() => void> {
    this.#users += 1;
    if (this.#leave.length === 0) this.#begin();
    let isUsed = true;
    const release = () => {
      if (!isUsed) return;
      isUsed = false;
      setTimeout(() => this.#end(), LINGER_MS).unref();
    };
    await this.#read().catch((error: unknown) => {
      release();
      throw error;
    });
    return release;
  }

  /** In a view, in no order. */
  *within({ west, south, east, north }: Box): Generator<MapPosition> {
    const spans = west <= east ? [[west, east] as const] : [[west, 180] as const, [-180, east] as const];
    for (const [from, to] of spans) {
      for (let lat = Math.floor(south); lat <= Math.floor(north); lat += 1) {
        for (let lon = Math.floor(from); lon <= Math.floor(to); lon += 1) {
          for (const one of this.#squares.get(squareAt(lat, lon))?.values() ?? []) {
            const { latitude, longitude } = one;
            if (latitude >= south && latitude <= north && longitude >= from && longitude <= to) yield one;
          }
        }
      }
    }
  }

  /** Resolves when something moved that was read, or the signal aborts. */
  changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        this.#waiting.delete(over);
        signal.removeEventListener('abort', over);
        resolve();
      };
      this.#waiting.add(over);
      signal.addEventListener('abort', over);
      if (signal.aborted) over();
    });
  }

  close(): void {
    for (const leave of this.#leave.splice(0)) leave();
  }

  #begin(): void {
    const timer = setInterval(() => {
      this.#read().catch((error: unknown) => this.#log.debug({ err: error }, 'positions not read'));
    }, READ_MS);
    this.#leave = [
      () => clearInterval(timer),
      this.#nudges.onAnyPosition(
        (subject) => void (isOfKind(subject, ALL_KINDS) && this.#moved.add(subject)),
      ),
      this.#nudges.onResumed(() => (this.#allAt = -Infinity)),
    ];
  }

  #end(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.close();
    this.#squares.clear();
    this.#squareOf.clear();
    this.#moved.clear();
    this.#allAt = -Infinity;
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    const asked = performance.now();
    if (asked - this.#allAt > ALL_MS) {
      this.#moved.clear();
      const rows = await this.#graph.run(positionsSince, { since: this.#now() - HEARD_MS });
      for (const row of rows) this.#put(row);
      this.#allAt = asked;
      return this.#tell();
    }
    if (this.#moved.size === 0) return;
    const keys = [...this.#moved];
    this.#moved = new Set();
    const rows = await this.#graph.run(findMeans, { keys }).catch((error: unknown) => {
      for (const key of keys) this.#moved.add(key);
      throw error;
    });
    for (const { key, imo, name, position, at } of rows) if (position !== null && at !== null) this.#put({ key, imo, name, position, at });
    this.#tell();
  } // prettier-ignore

  #put({ key, imo, name, position, at }: { key: string; imo: string | null; name: string | null; position: string; at: number }): void {
    const { latitude, longitude, speedKnots, courseDegrees } = JSON.parse(position) as PositionReport;
    const square = squareAt(Math.floor(latitude), Math.floor(longitude));
    const before = this.#squareOf.get(key);
    if (before !== undefined && before !== square) this.#squares.get(before)?.delete(key);
    const own = this.#squares.get(square) ?? new Map<string, MapPosition>();
    this.#squares.set(square, own);
    this.#squareOf.set(key, square);
    own.set(key, { key, name, imo, latitude, longitude, speedKnots, courseDegrees, at });
  } // prettier-ignore

  #tell(): void {
    for (const over of this.#waiting) over();
  }
}

function squareAt(latitude: number, longitude: number): number {
  return latitude * 1000 + longitude;
}
