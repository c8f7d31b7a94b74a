import type { SightKey } from '../access/asker.ts';
import type { SummaryChange } from '../summary/summary-change.ts';

export const FEED_KINDS = [
  /** Claims came to a shipment. */ 'ADDED',
  /** Claims went from it. */ 'WITHDRAWN',
  /** Its journey reads differently. */ 'DERIVED',
  /** Keys open it from here on. */ 'VISIBLE',
  /** Keys open it no more. */ 'HIDDEN',
  /** It proved to be another one, which goes on. */ 'MERGED_INTO',
] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** What changed for one shipment, as a batch of the feed holds it. */
export interface FeedEntry {
  readonly shipment: string;
  readonly kind: FeedKind;
  /** Ids of the claims that came or went; for MERGED_INTO the shipment that took over. */
  readonly ids: readonly string[];
  /** What became different in the summary of its journey: such an entry is the deriver's, and follows from others. */
  readonly derived?: SummaryChange;
  /** VISIBLE: keys that open it now; HIDDEN: keys that do not any more. */
  readonly keys?: readonly SightKey[];
}

/** Written by who derives, as a consequence of what others told: nothing is to be derived from it again. */
export function isConsequence({ kind, derived }: FeedEntry): boolean {
  return derived !== undefined || kind === 'VISIBLE' || kind === 'HIDDEN';
}
