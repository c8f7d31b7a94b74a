import type { TownPoints } from 'graph-schema/domain/town-points';
import { isOutOfMemory, isTransient, type Graph } from '../graph.ts';
import type { ConcludedShipment } from './append-entries.ts';
import { conclude, type ConclusionRequest } from './conclude.ts';
import { Standing } from './standing.ts';

/** Draws the conclusions of raw messages, those of several at once where several wait. */
export interface Conclusions {
  /**
   * Says that a message's facts are being written and its request will follow. Call the answer when they are written,
   * or, with true, when that failed: then facts may stand that no request tells of.
   */
  expect(): (hasFailed?: boolean) => void;
  /** Answers the shipments that changed; of messages concluded together, one gets them all. */
  draw(request: ConclusionRequest): Promise<readonly ConcludedShipment[]>;
}

interface Waiting {
  readonly request: ConclusionRequest;
  readonly resolve: (shipments: readonly ConcludedShipment[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Conclusions are drawn one after another anyhow (they hold one lock): who waits is taken along. */
const AT_ONCE = 64;
/** Bounds the memory of the transaction: boxes, papers and threads that are looked at together. */
const KEYS_AT_ONCE = 20_000;
/**
 * With so many claims together, those yet to come gain little (measured): a box is cut and written once for all. Half as
 * many cost a tenth more of both processes.
 */
const CLAIMS_TOGETHER = 9000;
/**
 * The first waits for others whose facts are being written, as long as the conclusion before took and never longer than
 * this: little under little work. Alone it waits not at all.
 */
const LINGER_MAX_MS = 1000;
const LINGER_FIRST_MS = 150;

export function createConclusions(
  graph: Pick<Graph, 'write'>,
  now: () => number,
  points: TownPoints,
): Conclusions {
  let expected = 0;
  let waiting: Waiting[] = [];
  let drawing = false;
  let wake: (() => void) | null = null;
  let lingerMs = LINGER_FIRST_MS;

  const standing = new Standing(points);
  let isDoubtful = false;

  const together = async (group: readonly Waiting[]) => {
    if (isDoubtful) standing.reset();
    isDoubtful = false;
    const at = new Date(now()).toISOString();
    const requests = group.map((one) => one.request);
    try {
      const shipments = await graph.write((tx) => conclude(tx, requests, at, standing));
      standing.commit();
      return shipments;
    } catch (error) {
      standing.reset();
      throw error;
    }
  };
  const drawGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const shipments = await together(group);
      group.forEach((one, index) => one.resolve(index === 0 ? shipments : []));
    } catch (error) {
      const [only] = group;
      if ((isTransient(error) && !isOutOfMemory(error)) || group.length === 1 || !only) {
        for (const one of group) one.reject(error);
        return;
      }
      // One of them is the reason; the others must not suffer for it.
      for (const one of group) await drawGroup([one]);
    }
  };
  const isEnough = () => {
    let claims = 0;
    for (const { request } of waiting) claims += request.claims.length;
    return waiting.length >= AT_ONCE || claims >= CLAIMS_TOGETHER;
  };
  const lingered = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lingerMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    if (drawing) return;
    drawing = true;
    while (waiting.length > 0) {
      if (expected > 0 && !isEnough()) await lingered();
      wake = null;
      const size = groupSize(waiting);
      const group = waiting.slice(0, size);
      waiting = waiting.slice(size);
      const start = performance.now();
      await drawGroup(group);
      lingerMs = Math.min(performance.now() - start, LINGER_MAX_MS);
    }
    drawing = false;
  };
  const arrived = () => {
    expected -= 1;
    if (expected === 0) wake?.();
  };
  return {
    expect() {
      expected += 1;
      let open = true;
      return (hasFailed = false) => {
        if (hasFailed) isDoubtful = true;
        if (open) arrived();
        open = false;
      };
    },
    draw(request) {
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        if (isEnough()) wake?.();
        void run();
      });
    },
  };
}

/** How many of those who wait are concluded together, at least one. */
function groupSize(waiting: readonly Waiting[]): number {
  let keys = 0;
  let size = 0;
  for (const { request } of waiting.slice(0, AT_ONCE)) {
    const { containers, documents, threads } = request.touched;
    keys += containers.size + documents.size + threads.size;
    if (size > 0 && keys > KEYS_AT_ONCE) break;
    size += 1;
  }
  return size;
}
