import type { SourceId } from './sources.ts';

/** One message on its way: what a receiver gets, from whom and when. */
export interface Delivery {
  readonly sourceId: SourceId;
  /** Service time at which it reaches the receiver, UTC, ISO 8601 to the second. */
  readonly deliverAt: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** What it tells, for the log and for people who read the script: `CBHU… gate-in full, Qinzhou`. */
  readonly what: string;
}
