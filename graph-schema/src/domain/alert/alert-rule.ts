import type { FeedFilter } from '../feed/feed-filter.ts';
import type { AlertHours } from './alert-hours.ts';
import type { Severity } from '../exceptions/exception.ts';

/** ENABLED: it is followed; PAUSED: somebody paused it, and it goes on where it stopped. */
export type AlertState = 'ENABLED' | 'PAUSED';

export const ALERT_LANGUAGES = ['en', 'zh-CN'] as const;
export type AlertLanguage = (typeof ALERT_LANGUAGES)[number];

/** What somebody wants to be told of, and when. */
export interface AlertRule {
  /** Of which cargo, which events (codes, once they happened) and which kinds of exceptions. */
  readonly filter: FeedFilter;
  /** Exceptions that are less grave are not told; null: all of the kinds. */
  readonly severity: Severity | null;
  /** By so many hours the best ETA has to move from what was told last; null: its moves are not told. */
  readonly etaHours: number | null;
  readonly hours: AlertHours;
}

/**
 * EVENT: something happened; EXCEPTION: something is wrong; ETA: the arrival moved; MISSED: the feed could not be read on, so
 * something may have been left out.
 */
export type MatterKind = 'EVENT' | 'EXCEPTION' | 'ETA' | 'MISSED';

/**
 * PENDING: it is tried; DELIVERED: the mail server took it; FILED: there is no mail server, and it lies in the outbox; DEAD: the mail server did
 * not take it; EMPTY: when it was to go, nothing of it was to be told any more.
 */
export type LetterState = 'PENDING' | 'DELIVERED' | 'FILED' | 'DEAD' | 'EMPTY';

/**
 * PENDING: it is tried; DELIVERED: the push service of the browser took it; DEAD: it did not; GONE: the device is none any more; EMPTY: when it
 * was to go, nothing of it was to be told any more.
 */
export type PushState = 'PENDING' | 'DELIVERED' | 'DEAD' | 'GONE' | 'EMPTY';
