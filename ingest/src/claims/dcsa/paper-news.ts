import type { Interpretation, ReadMessage } from 'graph-schema/domain/message';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { UnitOutcome } from '../../syntax/units.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { readTime } from '../json/iso-time.ts';
import { versionOf } from '../message-action.ts';

/**
 * A booking, shipping instruction or bill as its interface gives it, or inside the notification (CloudEvents) of its change, where
 * the paper itself may stand beside its status:
 *
 *     { specversion, id, type, time, data { …Status, …Reference, [booking | transportDocument | shippingInstructions {…}] } }
 */
export interface PaperNews {
  readonly paper: JsonObject;
  readonly id: string | null;
  /** When its status came to be; null: the paper does not say. */
  readonly time: EventTime | null;
}

export type NewsContext = ClaimContext & { readonly receivedAt: string };

export function openNews(
  record: JsonObject,
  inside: readonly string[],
  where: Where,
  { findings, source }: NewsContext,
): PaperNews {
  const data = asObject(record['data']);
  const full = inside.map((name) => asObject((data ?? record)[name])).find((one) => one !== null);
  const written = data ? textOf(record, 'time') : null;
  const time = written === null ? null : readTime(written, null, source.defaultZone);
  if (written !== null && !time) findings.add('BAD_TIME', 'WARNING', `${where.at}.time`, written, where.span);
  return { paper: { ...full, ...(data ?? record) }, id: data ? textOf(record, 'id') : null, time };
}

/** The day of the receipt, for a status that does not say since when it is: a warning says so. */
export function asOfReceipt(
  field: string,
  where: Where,
  { findings, source, receivedAt }: NewsContext,
): EventTime | null {
  findings.addOnce('MISSING_FIELD', 'WARNING', `${where.at}.${field}`, null, where.span);
  return readTime(receivedAt.slice(0, 10), null, source.defaultZone);
}

/** The first status that the paper has of these fields. */
export function statusIn(paper: JsonObject, ...fields: readonly string[]): string | null {
  return textOf(paper, ...fields)?.toUpperCase() ?? null;
}

/**
 * A later telling of the same status replaces the earlier, so that asking again and again adds nothing. `paper`: its own number;
 * null: it has none, and nothing can replace it.
 */
export function newsMessage(
  kind: string,
  paper: DocumentRef | null,
  status: string | null,
  { id, time }: PaperNews,
  events: readonly TrackingEvent[],
  { span }: Where,
  { receivedAt }: NewsContext,
): NonNullable<UnitOutcome['message']> {
  const version = versionOf(time?.instant ?? receivedAt);
  const messageRef = id ?? paper?.number ?? null;
  const attested = events.map((event) => ({ event, messageRef, span, recordedAt: time?.instant ?? null }));
  if (!paper) return { thread: null, version, attested, retraction: null };
  const thread = `DCSA-${kind}:${paper.number}:${status ?? ''}`;
  return { thread, version, attested, retraction: { kind: 'REPLACE', thread, version } };
}

/** What is planned holds until it is planned anew, whatever the status is by then: so plans hang on a thread of their own. */
export function withPlansApart(read: Interpretation): Interpretation {
  return { ...read, messages: read.messages.flatMap(planApart) };
}

function planApart(message: ReadMessage): ReadMessage[] {
  const { thread, version, attested } = message;
  const plans = attested.filter(({ event }) => event.classifier === 'PLANNED');
  if (thread === null || plans.length === 0) return [message];
  const said = attested.filter(({ event }) => event.classifier !== 'PLANNED');
  const own = `${thread.slice(0, thread.lastIndexOf(':'))}:PLAN`;
  const plan: ReadMessage = {
    thread: own,
    version,
    attested: plans,
    retraction: { kind: 'REPLACE', thread: own, version },
  };
  return said.length === 0 ? [plan] : [{ ...message, attested: said }, plan];
}
