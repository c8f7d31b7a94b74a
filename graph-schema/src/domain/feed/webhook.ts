/**
 * STANDARD: called with entries of the feed, as Standard Webhooks; DCSA_2: with events, as a subscription of DCSA Track and Trace 2.2;
 * EPCIS_2: with events, as a query subscription of EPCIS 2.0.
 */
export type WebhookForm = 'STANDARD' | 'DCSA_2' | 'EPCIS_2';

/** ENABLED: it is called; PAUSED: somebody paused it; DISABLED: it disabled itself, with a notice. */
export type WebhookState = 'ENABLED' | 'PAUSED' | 'DISABLED';

/** A secret that signs; while one takes over from another, both do. */
export interface WebhookSecret {
  readonly secret: string;
  /** Wall clock, epoch milliseconds; null: until it is replaced. */
  readonly endsAt: number | null;
}

/** PENDING: it is tried; DELIVERED: it was taken; DEAD: it was not, and is kept; SKIPPED: left out by hand or by a replay. */
export type DeliveryState = 'PENDING' | 'DELIVERED' | 'DEAD' | 'SKIPPED';

export interface DeliveryAttempt {
  /** Wall clock, epoch milliseconds. */
  readonly at: number;
  readonly milliseconds: number;
  /** HTTP; null: no answer came. */
  readonly status: number | null;
  readonly error: string | null;
}

/** What an answer means for the call: LATER: it is tried again; NEVER: it would be refused again; GONE: nobody is there any more. */
export type Verdict = 'TAKEN' | 'LATER' | 'NEVER' | 'GONE';

/** 4xx that do not say that the call is wrong: timeout, conflict, too early, too many (RFC 9110, 8470, 6585). */
const LATER = [408, 409, 425, 429];

/** Redirects are not followed, since one could lead anywhere; they count as failures that somebody may mend. */
export function verdictOf(status: number | null): Verdict {
  if (status === null) return 'LATER';
  if (status >= 200 && status < 300) return 'TAKEN';
  if (status === 410) return 'GONE';
  return status >= 400 && status < 500 && !LATER.includes(status) ? 'NEVER' : 'LATER';
}

const HOUR = 3_600_000;
const DAYS_3 = 72 * HOUR;
/** Waits after the first, second … failed attempt; the last one again and again. */
const WAITS = [5_000, 30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR];
/** So much of a wait is left to chance, so that all who failed together do not come back together. */
const JITTER = 0.2;
/** Nobody can put off his next call for longer. */
const ASKED_WAIT_MAX = 24 * HOUR;

/**
 * When to try again after the failed attempt number `failed`; null: no more. `retryAfter`: what the receiver asked for, in
 * milliseconds; `chance`: 0 to 1.
 */
export function nextAttemptAt(
  { firstAt, now, failed }: { readonly firstAt: number; readonly now: number; readonly failed: number },
  retryAfter: number | null,
  chance: number,
): number | null {
  if (now - firstAt >= DAYS_3) return null;
  const wait = WAITS[Math.min(failed, WAITS.length) - 1] ?? HOUR;
  const spread = wait * (1 + JITTER * (2 * chance - 1));
  const asked = Math.min(retryAfter ?? 0, ASKED_WAIT_MAX);
  // The last attempt is at the end of the time, not beyond it.
  return Math.round(Math.min(now + Math.max(spread, asked), firstAt + DAYS_3));
}
