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
import { writeWebhookNotices } from 'graph-schema/cypher/feed/webhook-notices';
import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { nextAttemptAt, type DeliveryAttempt, type WebhookForm } from 'graph-schema/domain/feed/webhook';
import type { DisablingReason } from 'graph-schema/domain/feed/webhook-notice';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { AccountGraph } from '../access/account-graph.ts';
import { feedReader } from '../access/own-rules.ts';
import { newId } from '../access/tokens.ts';
import type { FeedHub } from '../feed/feed-hub.ts';
import { positionAt } from '../feed/find-position.ts';
import { MOVED_MIN, readOn, type ReadingPlace } from '../feed/read-on.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { Step as FollowerStep } from '../feed/start-followers.ts';
import type { See } from '../feed/told-to.ts';
import type { CallResult, WebhookCaller } from './call-webhook.ts';
import { formOf } from './forms.ts';
import { signingSecrets } from './secrets.ts';
import type { Told, WebhookCall } from './webhook-form.ts';

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

type Step = FollowerStep<WebhookRow>;

/** Where a webhook reads. */
export interface Place extends ReadingPlace {
  /** Of a form that has times of its own: when it last had told all, or began here (wall clock); left out: not yet. */
  toldUntil?: number;
  /** Whether anything was told since. */
  hasTold?: boolean;
}

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
  const { graph, places, see, mask, wall } = services;
  const form = formOf(webhook);
  const due = form.nextAt?.(webhook, (place.toldUntil ??= wall())) ?? null;
  if (due !== null && due > wall()) return { until: due };
  const asker = await services.ownerOf(webhook);
  const read = await readOn(services, place, asker, webhook, { first: webhook.entriesMax, anewWith: form.resync === null ? 'NEITHER' : 'SIGHT' });
  if (read instanceof ResyncError) return openResync(services, webhook, place, asker, read);
  const { page, passed, filter } = read;
  const cursor = writeCursor(page.position);
  const told = page.entries.length > 0 ? await form.tell(page.entries, { webhook, filter, asker, see, mask, places, graph, cursor, at: wall() }) : null;
  if (told) {
    place.hasTold = true;
    return open(services, webhook, told, cursor);
  }
  place.position = page.position;
  if (passed >= MOVED_MIN) return moveTo(services, webhook, place, cursor);
  if (page.behind > 0 && passed > 0) return { row: webhook };
  return due === null ? 'IDLE' : endOfTime(services, webhook, place, cursor);
} // prettier-ignore

/** All that had come by one of the times of the form is told; that nothing had may be worth a call. */
async function endOfTime(services: DriveServices, webhook: WebhookRow, place: Place, cursor: string): Promise<Step> {
  const at = services.wall();
  const nothing = place.hasTold ? null : (formOf(webhook).tellNothing?.({ webhook, at }) ?? null);
  place.toldUntil = at;
  place.hasTold = false;
  return nothing ? open(services, webhook, nothing, cursor) : 'IDLE';
} // prettier-ignore

async function openResync(services: DriveServices, webhook: WebhookRow, place: Place, asker: Asker, missed: ResyncError): Promise<Step> {
  const { resync } = formOf(webhook);
  if (resync) return open(services, webhook, resync(missed, services.wall()), missed.cursor);
  // All that is kept: what was told before comes again under the ids that it had.
  const oldest = await positionAt(services.graph, feedReader(asker), new Date(0).toISOString());
  place.position = null;
  return moveTo(services, webhook, place, writeCursor(oldest));
} // prettier-ignore

async function moveTo(services: DriveServices, webhook: WebhookRow, place: Place, cursor: string): Promise<Step> {
  const { accounts, owner } = services;
  const [moved] = await accounts.write((run) => run(moveCursor, { owner, webhook: webhook.id, after: webhook.cursor, cursor }));
  place.cursor = cursor;
  return moved ? { row: moved } : 'LOST';
} // prettier-ignore

async function open(
  { accounts, owner, wall }: DriveServices,
  webhook: WebhookRow,
  { body, count }: Told,
  cursor: string,
): Promise<Step> {
  const at = wall();
  const row = {
    id: newMessageId(),
    webhook: webhook.id,
    at,
    entries: count,
    after: webhook.cursor,
    cursor,
    body,
    nextAttemptAt: at,
    firstAt: at,
  };
  const [opened] = await accounts.write((run) => run(openDelivery, { owner, row }));
  return opened ? { row: opened } : 'LOST';
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
  const result = await caller.call(callOf(webhook, { id, body }, began), signal);
  // Broken off here, not there: whoever goes on tries at once.
  if (signal.aborted && result.verdict !== 'TAKEN') return 'LOST';
  const [noted] = await note(services, delivery, result, began);
  return noted ? { row: noted } : 'LOST';
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
  return accounts.write(async (run) => {
    if (verdict === 'TAKEN') return run(noteTaken, made);
    if (next !== null) return run(noteRetry, { ...made, at, next });
    const because = verdict === 'NEVER' ? 'REFUSED' : verdict === 'GONE' ? 'GONE' : 'OVERDUE';
    const disabling = { ...made, at, because, error, notice: noticeOf(because, error) } as const;
    const noted = verdict === 'NEVER' ? await run(noteRefused, { ...disabling, refusedMax: REFUSED_MAX }) : await run(noteDead, disabling);
    // Whoever could mend it is told, in the transaction that disables it: both stand, or neither.
    for (const { id: webhook, state } of noted)
      if (state === 'DISABLED') await run(writeWebhookNotices, { id: newId('ltr'), webhook, reason: because, error, at });
    return noted;
  });
} // prettier-ignore

/** Why it is disabled, in a sentence; `error`: what was wrong last. */
function noticeOf(because: DisablingReason, error: string | null): string {
  if (because === 'REFUSED')
    return `Disabled: the receiver refused ${REFUSED_MAX} calls in a row, at last because it ${error}. They are dead letters; what follows them is kept.`;
  if (because === 'GONE')
    return 'Disabled: the receiver answered 410 Gone. Nothing is left out: enabled again, it goes on with that call.';
  return `Disabled: a call did not come through in 3 days; at last: ${error}. Nothing is left out: enabled again, it goes on with that call.`;
}

export function newMessageId(): string {
  return `msg_${randomUUID().replaceAll('-', '')}`;
}

/** A call of a webhook as it is now; `at`: when it is signed, wall clock. */
export function callOf(webhook: WebhookRow, message: Pick<WebhookCall, 'id' | 'body'>, at: number): WebhookCall {
  const { id, url, form } = webhook;
  return { ...message, webhook: id, url, form: form as WebhookForm, secrets: signingSecrets(webhook, at) };
} // prettier-ignore

export function attemptOf({ status, error }: CallResult, began: number, now: number): DeliveryAttempt {
  return { at: began, milliseconds: now - began, status, error };
}
