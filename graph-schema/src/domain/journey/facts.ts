import type { PastErrors } from '../eta/error-band.ts';
import type { SourceProfile } from '../source.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { Span, TrackingEvent } from '../tracking-event.ts';

/** One source that says so, and where it said it. */
export interface Voice {
  readonly source: Pick<SourceProfile, 'id' | 'name' | 'nameZh' | 'kind' | 'trust'>;
  readonly rawId: string;
  readonly sha256: string;
  readonly format: string;
  /** UTC, ISO 8601. */
  readonly receivedAt: string;
  readonly messageRef: string | null;
  readonly span: Span;
  /** What of its text the one who asks may read: with what stands around it, itself, nothing. Left out: it was not decided. */
  readonly readable?: 'AROUND' | 'SPAN' | 'NOTHING';
}

/** First heard, first named; of one instant by the message and the place in it, so that the order is always the same. */
export function byReceipt(a: Voice, b: Voice): number {
  const byTime = Date.parse(a.receivedAt) - Date.parse(b.receivedAt);
  return byTime || (a.rawId < b.rawId ? -1 : a.rawId > b.rawId ? 1 : a.span.start - b.span.start);
}

/** A standing claim that shows on a shipment, with everybody who makes it. */
export interface FactClaim {
  readonly id: string;
  readonly event: TrackingEvent;
  /** The use of a box that holds it; null for claims about papers and about runs. */
  readonly cycleId: string | null;
  /** Told of the run that the cargo was aboard, not of the cargo. */
  readonly inherited: boolean;
  readonly voices: readonly Voice[];
}

/** Nobody says so but this service, by what it saw of positions. */
export function isDerived({ voices }: FactClaim): boolean {
  return voices.length > 0 && voices.every(({ source }) => source.kind === 'INTERNAL');
}

/** One use of a box that carries (part of) the shipment. */
export interface CycleFact {
  readonly id: string;
  readonly container: string;
  /**
   * Epoch milliseconds: of its empty return, or of the beginning of the next use of the box, of which nothing else is told
   * here; null while it lasts.
   */
  readonly endedAt: number | null;
}

/** All that is known of a shipment: what a journey is derived from. */
export interface JourneyFacts {
  readonly shipmentId: string;
  readonly anchor: IdentifierKey;
  readonly master: IdentifierKey | null;
  readonly houses: readonly IdentifierKey[];
  readonly documents: readonly IdentifierKey[];
  readonly cycles: readonly CycleFact[];
  readonly claims: readonly FactClaim[];
  /** Sources that are expected to be heard, by id, with when they were heard last; left out: not known. */
  readonly heard?: ReadonlyMap<string, SourceHeard>;
  /** How far the words of sources were off in the past; left out: not known. */
  readonly pastErrors?: PastErrors;
  /** Newest position of ships aboard which it is, by `VESSEL:` and IMO number, epoch milliseconds; left out: not known. */
  readonly positions?: ReadonlyMap<string, number>;
  /** Of those ships the times of a day and more without a position that are over, in order; left out: not asked for. */
  readonly gaps?: ReadonlyMap<string, readonly Silence[]>;
}

/** From the last word, or position, before a silence to the first after it: epoch milliseconds. */
export interface Silence {
  readonly from: number;
  readonly until: number;
}

/** When a source was heard last, of whatever cargo, and when it counts as silent. */
export interface SourceHeard {
  /** Epoch milliseconds. */
  readonly lastReceivedAt: number;
  readonly silentAfterMinutes: number;
  /** Those that are over, in order. Left out: not asked for. */
  readonly silences?: readonly Silence[];
}
