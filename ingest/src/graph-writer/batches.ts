interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatchOptions<T> {
  /** Batches under way at the same time. */
  readonly atOnce: number;
  /** A batch is full when its items weigh this much; one item may weigh more. */
  readonly limit: number;
  readonly weightOf: (item: T) => number;
}

/**
 * Does together what comes while others are at it: a transaction costs the same for one message as for many. An item
 * that comes alone waits for nobody. `run` answers one result an item, in their order; when it fails, all of them fail.
 */
export function createBatches<T, R>(
  { atOnce, limit, weightOf }: BatchOptions<T>,
  run: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let running = 0;
  const start = async (): Promise<void> => {
    let weight = 0;
    let size = 0;
    for (const { item } of waiting) {
      weight += weightOf(item);
      if (size > 0 && weight > limit) break;
      size += 1;
    }
    const batch = waiting.slice(0, size);
    waiting = waiting.slice(size);
    running += 1;
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index] as R));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      running -= 1;
      if (waiting.length > 0) void start();
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running < atOnce) void start();
    });
}
