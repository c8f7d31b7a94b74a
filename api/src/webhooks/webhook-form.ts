import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import type { Verdict, WebhookForm } from 'graph-schema/domain/feed/webhook';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { ResyncError } from '../feed/resync-error.ts';
import type { ToldEntry } from '../feed/told-batch.ts';
import type { See } from '../feed/told-to.ts';

export interface WebhookCall {
  readonly form: WebhookForm;
  /** Public id of the webhook. */
  readonly webhook: string;
  readonly url: string;
  /** Names the call: the same for every attempt at it. */
  readonly id: string;
  readonly body: string;
  /** Those in force, the newest first. */
  readonly secrets: readonly string[];
}

/** What a call is made up with. */
export interface Telling {
  readonly webhook: WebhookRow;
  /** Its filter, with what is in its watch list by now. */
  readonly filter: FeedFilter;
  /** Who is told: nothing beyond his sight. */
  readonly asker: Asker;
  readonly see: See;
  readonly mask: (id: string) => string;
  readonly places: Gazetteer;
  readonly graph: Asks;
  /** Behind the entries that it is made up of. */
  readonly cursor: string;
  /** Wall clock, epoch milliseconds. */
  readonly at: number;
}

/** The body of a call, and how many entries or events are in it. */
export interface Told {
  readonly body: string;
  readonly count: number;
}

/** What differs from one form of webhooks to another; everything else is the same for all. */
export interface FormOfCalls {
  /** Names, signs and dates one attempt; `seconds`: its Unix time. */
  headersOf(call: WebhookCall, seconds: number): Record<string, string>;
  /** What an answer means; null: there was none. */
  verdictOf(status: number | null): Verdict;
  /** What is said of entries of the feed; null: nothing. */
  tell(entries: readonly ToldEntry[], telling: Telling): Promise<Told | null>;
  /**
   * How it is said that something was missed. Null: the form has no word for it, and whoever is called in it is told again what
   * the feed still has.
   */
  readonly resync: ((error: ResyncError, at: number) => Told) | null;
  /** When what has come since is told, the first time behind an instant (wall clock); left out or null: as it comes. */
  readonly nextAt?: (webhook: WebhookRow, after: number) => number | null;
  /** What is said at such a time though nothing has come; left out or null: nothing. */
  readonly tellNothing?: (telling: Pick<Telling, 'webhook' | 'at'>) => Told | null;
  /** The body of a call that only tries out. */
  test(at: number): string;
}
