import { randomUUID } from 'node:crypto';
import {
  findDelivery,
  moveCursor,
  noteDead,
  noteRefused,
  noteRetry,
  noteTaken,
  openDelivery,
  type DeliveryRow,
} from 'graph-schema/cypher/feed/webhook-deliveries';
import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { writeCursor, type FeedPosition } from 'graph-schema/domain/feed/feed-position';
import { nextAttemptAt, type DeliveryAttempt } from 'graph-schema/domain/feed/webhook';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { AccountGraph } from '../access/account-graph.ts';
import { ForgottenError, type FeedHub } from '../feed/feed-hub.ts';
import { positionAt, resumeAt } from '../feed/find-position.ts';
import { ResyncError } from '../feed/resync-error.ts';
import { toldTo, type See } from '../feed/told-to.ts';
import type { CallResult, WebhookCaller } from './call-webhook.ts';
import { entryJson } from './entry-json.ts';
import type { WebhookMessage } from './entry-schemas.ts';
import { signingSecrets } from './secrets.ts';

export interface DriveServices {
  readonly graph: Asks;
  readonly accounts: Pick<AccountGraph, 'read' | 'write'>;
  readonly feed: FeedHub;
  readonly places: Gazetteer;
  readonly caller: WebhookCaller;
  /** Who owns a webhook, with what he may see now. */
  readonly ownerOf: (webhook: WebhookRow) => Promise<Asker>;
  readonly see: See;
  readonly mask: (id: string) => string;
  /** Wall clock, epoch milliseconds: receivers hold it against theirs. */
  readonly wall: () => number;
  /** 0 to 1. */
  readonly chance: () => number;
  /** Names this process among those that call. */
  readonly owner: string;
}

/** What came of one step: go on with the webhook as it is now, wait until the feed grows, or until an instant (wall clock). */
export type Step = { readonly webhook: WebhookRow } | 'IDLE' | 'LOST' | { readonly until: number };

/** Where a webhook reads, in memory: it may be ahead of the stored cursor, over what nobody wanted. */
export interface Place {
  cursor: string;
  position: FeedPosition | null;
}

/** While nothing is wanted, the place is written down after so many batches of the feed. */
const MOVED_MIN = 500;
/** Calls in a row that the receiver refuses for good. */
const REFUSED_MAX = 10;

/**
 * One step for one webhook: an attempt at the call that is under way, or the next call. A call is written down before it is
 * made, and the place moves on with its success, in one transaction: whoever takes over goes on with the same call under the
 * same id. One call at a time keeps each shipment in its order.
 */
export async function driveWebhook(
  services: DriveServices,
  webhook: WebhookRow,
  place: Place,
  signal: AbortSignal,
): Promise<Step> {
  if (webhook.state !== 'ENABLED') return 'LOST';
  if (webhook.pending === null) return openNext(services, webhook, place);
  const [delivery] = await services.accounts.read(findDelivery, { id: webhook.pending });
  return delivery ? attempt(services, webhook, delivery, signal) : 'LOST';
}

async function openNext(services: DriveServices, webhook: WebhookRow, place: Place): Promise<Step> {
  const { graph, feed, places, owner, accounts } = services;
  const asker = await services.ownerOf(webhook);
  if (place.position === null || place.cursor !== webhook.cursor) {
    const found = await resumeAt(graph, asker.sight, webhook.cursor);
    if (found instanceof ResyncError) return openResync(services, webhook, found);
    place.cursor = webhook.cursor;
    place.position = found;
    await feed.look();
  }
  const wanted = { sight: asker.sight, filter: JSON.parse(webhook.filter) as FeedFilter };
  const page = await feed.page(place.position, wanted, webhook.entriesMax).catch(async (error: unknown) => {
    if (!(error instanceof ForgottenError)) throw error;
    return new ResyncError('EXPIRED', writeCursor(await positionAt(graph, asker.sight, null)));
  });
  if (page instanceof ResyncError) return openResync(services, webhook, page);
  const cursor = writeCursor(page.position);
  const told = await toldTo(page.entries, wanted.filter, asker, services.see, services.mask);
  if (told.length > 0) {
    const entries = told.map((entry) => entryJson(entry, places));
    return open(services, webhook, 'feed.entries', { cursor, entries }, cursor);
  }
  const passed = passedBetween(place.position, page.position);
  place.position = page.position;
  if (passed < MOVED_MIN) return page.behind > 0 && passed > 0 ? { webhook } : 'IDLE';
  const [moved] = await accounts.write((run) => run(moveCursor, { owner, webhook: webhook.id, after: webhook.cursor, cursor }));
  place.cursor = cursor;
  return moved ? { webhook: moved } : 'LOST';
} // prettier-ignore

function openResync(services: DriveServices, webhook: WebhookRow, { reason, cursor }: ResyncError) {
  return open(services, webhook, 'feed.resync', { reason, cursor, entries: [] }, cursor);
}

async function open(
  { accounts, owner, wall }: DriveServices,
  webhook: WebhookRow,
  type: WebhookMessage['type'],
  data: WebhookMessage['data'],
  cursor: string,
): Promise<Step> {
  const at = wall();
  const row = {
    id: newMessageId(),
    webhook: webhook.id,
    at,
    entries: data.entries.length,
    after: webhook.cursor,
    cursor,
    body: messageBody(type, at, data),
    nextAttemptAt: at,
    firstAt: at,
  };
  const [opened] = await accounts.write((run) => run(openDelivery, { owner, row }));
  return opened ? { webhook: opened } : 'LOST';
}

async function attempt(
  services: DriveServices,
  webhook: WebhookRow,
  delivery: DeliveryRow,
  signal: AbortSignal,
): Promise<Step> {
  const { caller, wall } = services;
  const { id, body, nextAttemptAt: due } = delivery;
  if (delivery.state !== 'PENDING' || body === null) return 'LOST';
  const began = wall();
  if (due !== null && due > began) return { until: due };
  const call = { url: webhook.url, id, body, secrets: signingSecrets(webhook, began) };
  const result = await caller.call(call, signal);
  // Broken off here, not there: whoever goes on tries at once.
  if (signal.aborted && result.verdict !== 'TAKEN') return 'LOST';
  const [noted] = await note(services, delivery, result, began);
  return noted ? { webhook: noted } : 'LOST';
}

function note(
  { accounts, owner, wall, chance }: DriveServices,
  { id, firstAt, attempts }: DeliveryRow,
  result: CallResult,
  began: number,
): Promise<WebhookRow[]> {
  const at = wall();
  const made = { owner, id, attempt: JSON.stringify(attemptOf(result, began, at)) };
  const { verdict, error } = result;
  const next = verdict === 'LATER' ? nextAttemptAt({ firstAt, now: at, failed: attempts.length + 1 }, result.retryAfter, chance()) : null;
  return accounts.write((run) => {
    if (verdict === 'TAKEN') return run(noteTaken, made);
    if (verdict === 'NEVER') {
      const notice = `Disabled: the receiver refused ${REFUSED_MAX} calls in a row, at last because it ${error}. They are dead letters; what follows them is kept.`;
      return run(noteRefused, { ...made, at, refusedMax: REFUSED_MAX, notice });
    }
    if (next !== null) return run(noteRetry, { ...made, at, next });
    const notice =
      verdict === 'GONE'
        ? 'Disabled: the receiver answered 410 Gone. Nothing is left out: enabled again, it goes on with that call.'
        : `Disabled: a call did not come through in 3 days; at last: ${error}. Nothing is left out: enabled again, it goes on with that call.`;
    return run(noteDead, { ...made, at, notice });
  });
} // prettier-ignore

export function newMessageId(): string {
  return `msg_${randomUUID().replaceAll('-', '')}`;
}

export function messageBody(type: string, at: number, data: object): string {
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
}

export function attemptOf({ status, error }: CallResult, began: number, now: number): DeliveryAttempt {
  return { at: began, milliseconds: now - began, status, error };
}

function passedBetween(from: FeedPosition, to: FeedPosition): number {
  return to.lanes.reduce((sum, { seq }, lane) => sum + seq - (from.lanes[lane]?.seq ?? 0), 0);
}
