/** What is said on Redis pub/sub: nudges only. Who misses one finds the truth in the graph. */
export interface Topics {
  /**
   * A shipment's journey may read differently from now on. `derived`: only what is kept of it was derived anew, by a fact
   * that was told of before or by the time; whoever derives it by himself knows already.
   */
  'journey:changed': {
    readonly shipmentId: string;
    readonly lane: number;
    readonly seq: number;
    readonly derived?: true;
  };
  /** What moved, by its key (`MMSI:413999001`, `TRAIN_RUN:X8001@2026-11-01`) and by what it is asked for (`VESSEL:9321483`, `CALLSIGN:CLX9737`). */
  'position:changed': { readonly subject: string; readonly at: string };
}
export type Topic = keyof Topics;

/** Redis channel of a topic; a prefix keeps several installations on one Redis apart. */
export function channelOf(prefix: string, topic: Topic): string {
  return `${prefix}:${topic}`;
}
