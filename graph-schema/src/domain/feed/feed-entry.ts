import type { SightKey } from '../access/asker.ts';
import type { SummaryChange } from '../summary/summary-change.ts';

/**
 * ADDED: claims came to a shipment; WITHDRAWN: claims went from it; DERIVED: its journey reads differently; VISIBLE: keys open
 * it from here on; HIDDEN: they open it no more; MERGED_INTO: it proved to be another one, which goes on.
 */
export type FeedKind = 'ADDED' | 'WITHDRAWN' | 'DERIVED' | 'VISIBLE' | 'HIDDEN' | 'MERGED_INTO';

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
