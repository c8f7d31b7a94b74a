import { MOVED_MIN } from './read-on.ts';

/** STANDARD, DCSA_2 and EPCIS_2 are called, see `WebhookForm`; CONNECTION: it follows over a connection. */
export type ConsumerKind = 'STANDARD' | 'DCSA_2' | 'EPCIS_2' | 'CONNECTION';

export interface Lagging {
  readonly kind: ConsumerKind;
  /** Null: a connection. */
  readonly state: 'ENABLED' | 'PAUSED' | 'DISABLED' | null;
  /** Batches of the feed that it has still to read; null: it cannot go on from where it is. */
  readonly batches: number | null;
  /** How long ago the oldest of them was written, in seconds of the wall clock; null: there is none. */
  readonly lagSeconds: number | null;
  /** A call is under way, or the last one failed. */
  readonly isHeldUp: boolean;
}

/** What is told is taken within seconds; who needs so long has a receiver or a line that does not keep up. */
const BEHIND_SECONDS = 300;

/**
 * Whether somebody should look. A cursor is not kept for each entry that its owner does not want, so that being some batches behind
 * says nothing of who is called; who asked to be called at times of his own is behind until then.
 */
export function isFallingBehind({ kind, state, batches, lagSeconds, isHeldUp }: Lagging): boolean {
  if (state === 'PAUSED') return false;
  if (batches === null) return true;
  if (batches === 0) return false;
  if (state === 'DISABLED') return true;
  if ((lagSeconds ?? 0) <= BEHIND_SECONDS) return false;
  return kind === 'CONNECTION' || isHeldUp || (kind !== 'EPCIS_2' && batches >= 2 * MOVED_MIN);
}
