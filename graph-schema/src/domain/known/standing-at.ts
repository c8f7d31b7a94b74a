import { byReceipt, type FactClaim, type Voice } from '../journey/facts.ts';
import type { TrackingEvent } from '../tracking-event.ts';

/** That somebody makes a claim, with what may settle it. */
export interface Attestation {
  readonly voice: Voice;
  /** The sender's name of the message, unique within all that is looked at; null: it cannot be taken back. */
  readonly thread: string | null;
  readonly version: number;
  /** It takes the place of what its thread said in earlier versions. */
  readonly replaces: boolean;
  /**
   * UTC, ISO 8601: since when the service reads the message so, where that is later than its receipt, as after a code was
   * given another meaning.
   */
  readonly knownAt?: string | null;
  /** Until when the service read it so, where a later reading says otherwise. */
  readonly until?: string | null;
}

/** A claim with everybody who ever made it. */
export interface SaidClaim {
  readonly id: string;
  readonly event: TrackingEvent;
  readonly said: readonly Attestation[];
}

/** What one message takes back of a thread; -1: nothing. */
export interface RetractionMark {
  readonly thread: string;
  /** Up to and with this version. */
  readonly cancelled: number;
  /** Up to before this version. */
  readonly replaced: number;
  /** UTC, ISO 8601; where a later reading of the message found it, the time of that reading. */
  readonly receivedAt: string;
  /** Until when the message was read so; as for attestations. */
  readonly until?: string | null;
}

/**
 * The claims that stood at an instant (epoch milliseconds), each with the voices that stood: what had been received by
 * then, and had not been taken back by anything received by then. The rule of `settleThreads`, as a pure function.
 */
export function standingAt(
  claims: readonly SaidClaim[],
  retractions: readonly RetractionMark[],
  at: number,
): FactClaim[] {
  const threads = new Map<string, { cancelled: number; replaced: number }>();
  const mark = (thread: string, cancelled: number, replaced: number) => {
    const before = threads.get(thread);
    threads.set(thread, {
      cancelled: Math.max(before?.cancelled ?? -1, cancelled),
      replaced: Math.max(before?.replaced ?? -1, replaced),
    });
  };
  for (const one of retractions)
    if (isHeard(one.receivedAt, one.until, at)) mark(one.thread, one.cancelled, one.replaced);
  const isSaid = ({ voice, knownAt, until }: Attestation) => isHeard(knownAt ?? voice.receivedAt, until, at);
  for (const { said } of claims)
    for (const one of said)
      if (one.replaces && one.thread !== null && isSaid(one)) mark(one.thread, -1, one.version);
  const stands = (one: Attestation) => {
    const settled = one.thread === null ? undefined : threads.get(one.thread);
    return isSaid(one) && (!settled || (one.version > settled.cancelled && one.version >= settled.replaced));
  };
  return claims.flatMap(({ id, event, said }): FactClaim[] => {
    const voices = said.filter(stands).map(({ voice }) => voice);
    return voices.length > 0
      ? [{ id, event, cycleId: null, inherited: false, voices: voices.sort(byReceipt) }]
      : [];
  });
}

function isHeard(from: string, until: string | null | undefined, at: number): boolean {
  return Date.parse(from) <= at && (until == null || at < Date.parse(until));
}
