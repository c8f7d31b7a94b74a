import type { ReadMessage, Retraction } from 'graph-schema/domain/message';
import type { Attested, Span, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { ClaimContext } from '../claim-context.ts';
import type { EdifactContext, EdifactReader } from './interchange.ts';
import { readHead, threadOf, type MessageHead } from './message-head.ts';

/** What a unit of a message says. Without events and content, the reader has added the finding that says why. */
export interface MessageUnit {
  readonly events: readonly TrackingEvent[];
  readonly span: Span;
  /** The format's rule says that the unit carries nothing for us. */
  readonly hasNoContent?: boolean;
}

/** Turns one whole message into units, every one in the order of the message. */
export type UnitsOf = (head: MessageHead, context: EdifactContext) => readonly MessageUnit[];

/**
 * Reads messages whose units begin with the segment `unit` and whose function (1225) may replace or cancel what was
 * said under the same number.
 *
 * - A cancellation is a retraction, and what it lists claims nothing; `cancelled` may say what the cancellation itself
 *   claims (a booking was cancelled): such claims stand in a message without a thread, which nothing withdraws.
 * - Without any unit the message is one unit with an issue.
 */
export function messageReader(unit: string, read: UnitsOf, cancelled?: UnitsOf): EdifactReader {
  return {
    unit,
    read: (message, context) => {
      const head = readHead(message, context);
      const retraction = retractionOf(head, context);
      if (head.action === 'CANCEL') return readCancellation(unit, head, retraction, cancelled, context);
      const units = read(head, context);
      if (units.length === 0) {
        context.findings.add('MISSING_FIELD', 'ERROR', message.at, unit, message.span);
        context.tally.withIssuesOnly();
      }
      return [said(head, units, retraction, context)];
    },
  };
}

function readCancellation(
  unit: string,
  head: MessageHead,
  retraction: Retraction | null,
  cancelled: UnitsOf | undefined,
  context: EdifactContext,
): ReadMessage[] {
  const { thread, version, message } = head;
  const withdrawn = { thread, version, attested: [], retraction };
  const units = cancelled?.(head, context) ?? [];
  if (units.some(({ events }) => events.length > 0))
    return [withdrawn, { ...said(head, units, null, context), thread: null }];
  const boxes = Math.max(1, message.segments.filter(({ tag }) => tag === unit).length);
  if (retraction) context.tally.withoutContent(boxes);
  else context.tally.withIssuesOnly(boxes);
  return [withdrawn];
}

function said(
  { thread, version, reference: messageRef, recordedAt }: MessageHead,
  units: readonly MessageUnit[],
  retraction: Retraction | null,
  { tally }: EdifactContext,
): ReadMessage {
  const attested: Attested[] = [];
  for (const { events, span, hasNoContent = false } of units) {
    if (events.length > 0) tally.withEvents();
    else if (hasNoContent) tally.withoutContent();
    else tally.withIssuesOnly();
    for (const event of events) attested.push({ event, messageRef, span, recordedAt });
  }
  return { thread, version, attested, retraction };
}

/** What the message withdraws: named by `RFF+ACW` where it is there, else by its own number. */
function retractionOf(
  { action, earlierReference, reference, message, version }: MessageHead,
  { findings }: ClaimContext,
): Retraction | null {
  if (action === 'ORIGINAL') return null;
  const withdrawn = earlierReference ?? reference;
  if (withdrawn === null) {
    findings.add('MISSING_FIELD', 'ERROR', `${message.at}/BGM`, 'number of what is withdrawn', message.span);
    return null;
  }
  return { kind: action, thread: threadOf(message.type, withdrawn), version };
}
