/** One thing learned from one leg that is over. */
export interface Sample {
  /** The leg: the same leg learned from twice counts once. */
  readonly leg: string;
  /** Epoch milliseconds at which the leg was known to be over. */
  readonly closedAt: number;
  readonly value: number;
}

/** Newest samples by key. Of the same legs in any order the same table. */
export type Learned = ReadonlyMap<string, readonly Sample[]>;

export interface LearnedEntry extends Sample {
  readonly key: string;
}

/** The table with more learned, `keep` of each key: what is usual changes with the season and the queue. */
export function withSamples(table: Learned, entries: readonly LearnedEntry[], keep: number): Learned {
  const byKey = new Map<string, Sample[]>();
  for (const { key, leg, closedAt, value } of entries) {
    if (!Number.isFinite(value)) continue;
    const list = byKey.get(key);
    if (list) list.push({ leg, closedAt, value });
    else byKey.set(key, [{ leg, closedAt, value }]);
  }
  const next = new Map(table);
  for (const [key, added] of byKey) next.set(key, newest([...(table.get(key) ?? []), ...added], keep));
  return next;
}

function newest(samples: readonly Sample[], keep: number): Sample[] {
  const sorted = [...samples].sort(
    (a, b) => b.closedAt - a.closedAt || (a.leg < b.leg ? -1 : a.leg > b.leg ? 1 : a.value - b.value),
  );
  const seen = new Set<string>();
  return sorted.filter(({ leg }) => !seen.has(leg) && seen.add(leg)).slice(0, keep);
}

export function valuesOf(table: Learned, key: string): readonly number[] {
  return table.get(key)?.map(({ value }) => value) ?? [];
}

/** By linear interpolation between the ordered values; null of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What many samples say together. */
export interface Summary {
  readonly count: number;
  /** The mean with what lies beyond the 5th and 95th of 100 drawn in: one strike of dockers is not the usual. */
  readonly usual: number;
  readonly p10: number;
  readonly p90: number;
  /** Mean without regard to sign. */
  readonly size: number;
}

/** Tables are never changed in place, so that what a list says is worked out once. */
const summaries = new WeakMap<readonly Sample[], Summary>();

/** Null of a key under which nothing is learned. */
export function summaryOf(table: Learned, key: string): Summary | null {
  const samples = table.get(key);
  if (!samples || samples.length === 0) return null;
  const known = summaries.get(samples);
  if (known) return known;
  const values = samples.map(({ value }) => value);
  const at = (share: number) => quantile(values, share) ?? 0;
  const [low, high] = [at(0.05), at(0.95)];
  const summary = {
    count: values.length,
    usual: mean(values.map((value) => Math.min(high, Math.max(low, value)))) ?? 0,
    p10: at(0.1),
    p90: at(0.9),
    size: mean(values.map(Math.abs)) ?? 0,
  };
  summaries.set(samples, summary);
  return summary;
}

/** What is usual under a key, drawn towards what is usual elsewhere, the more so the less is known. */
export function shrunk(table: Learned, key: string, elsewhere: number, weight: number): number {
  const own = summaryOf(table, key);
  return own ? (own.usual * own.count + elsewhere * weight) / (own.count + weight) : elsewhere;
}
