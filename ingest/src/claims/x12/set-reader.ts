import { eventTimeAt } from 'graph-schema/domain/event-time';
import type { ReadMessage, Retraction } from 'graph-schema/domain/message';
import type { Attested, EventTime, Span, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import { findAction, minuteVersion, type MessageAction } from '../message-action.ts';
import type { X12Context, X12Reader } from './interchange.ts';

/** What a unit of a set says. Without events and content, the reader has added the finding that says why. */
export interface X12Unit {
  readonly events: readonly TrackingEvent[];
  readonly span: Span;
  /** The format's rule says that the unit carries nothing for us. */
  readonly hasNoContent?: boolean;
}

/** A unit that gives nothing; the finding that says why has been added. */
export function emptyUnit(span: Span): X12Unit {
  return { events: [], span };
}

/** By what a sender can take a set back, and what this one does to earlier ones. */
export interface SetName {
  /** The sender's own number; null: the set cannot be taken back. */
  readonly reference: string | null;
  readonly action: MessageAction;
}

interface SetRules {
  readonly unit: string;
  /** Left out: sets of this type are never replaced or cancelled. */
  readonly name?: (set: X12Set, context: X12Context) => SetName;
  readonly units: (set: X12Set, context: X12Context) => readonly X12Unit[];
  /** What a cancellation itself claims (a booking was cancelled): stands without a thread, so that nothing withdraws it. */
  readonly cancelled?: (set: X12Set, context: X12Context) => readonly X12Unit[];
}

/** Reads sets whose units begin with the segment `unit`. */
export function setReader({ unit, name, units, cancelled }: SetRules): X12Reader {
  return {
    unit,
    read: (set, context) => {
      const { reference, action } = name?.(set, context) ?? { reference: null, action: 'ORIGINAL' };
      const sentAt = sentTime(set, context)?.instant ?? null;
      const thread = reference === null ? null : `${set.type}:${reference.toUpperCase()}`;
      const version = minuteVersion(sentAt, action);
      const retraction = retractionOf(set, { thread, version, action }, context);
      const about = { messageRef: reference, recordedAt: sentAt };
      if (action !== 'CANCEL') {
        const read = units(set, context);
        if (read.length === 0) {
          context.findings.add('MISSING_FIELD', 'ERROR', set.at, unit, set.span);
          context.tally.withIssuesOnly();
        }
        const attested = attestedOf(read, about, context);
        return attested.length > 0 || retraction ? [{ thread, version, attested, retraction }] : [];
      }
      const withdrawn: ReadMessage = { thread, version, attested: [], retraction };
      const claimed = cancelled?.(set, context) ?? [];
      if (claimed.some(({ events }) => events.length > 0)) {
        const attested = attestedOf(claimed, about, context);
        return [withdrawn, { thread: null, version, attested, retraction: null }];
      }
      const count = Math.max(1, set.segments.filter(({ tag }) => tag === unit).length);
      if (retraction) context.tally.withoutContent(count);
      else context.tally.withIssuesOnly(count);
      return [withdrawn];
    },
  };
}

function attestedOf(
  units: readonly X12Unit[],
  about: Pick<Attested, 'messageRef' | 'recordedAt'>,
  { tally }: X12Context,
): Attested[] {
  const attested: Attested[] = [];
  for (const { events, span, hasNoContent = false } of units) {
    if (events.length > 0) tally.withEvents();
    else if (hasNoContent) tally.withoutContent();
    else tally.withIssuesOnly();
    for (const event of events)
      attested.push({ event, span: { start: span.start, end: span.end }, ...about });
  }
  return attested;
}

function retractionOf(
  set: X12Set,
  { thread, version, action }: { thread: string | null; version: number; action: MessageAction },
  { findings }: X12Context,
): Retraction | null {
  if (action === 'ORIGINAL') return null;
  if (thread !== null) return { kind: action, thread, version };
  findings.add('MISSING_FIELD', 'ERROR', set.at, 'number of what is withdrawn', set.span);
  return null;
}

const PURPOSES = loadCodeList('x12/purpose-353');

/** What a transaction set purpose code (353) does; a code that is not listed is told and taken as original. */
export function purposeOf(
  code: string | null,
  at: string,
  span: Span,
  { findings }: X12Context,
): MessageAction {
  if (code === null) return 'ORIGINAL';
  const action = findAction(PURPOSES, code);
  if (action === null) findings.unmapped(PURPOSES, code, at, span);
  return action ?? 'ORIGINAL';
}

/** When the set was made, on the sender's clock; null when the envelope does not say. */
export function sentTime({ prepared }: X12Set, { source }: X12Context): EventTime | null {
  return prepared && eventTimeAt(prepared, null, source.defaultZone);
}
