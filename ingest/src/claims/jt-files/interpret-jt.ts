import { eventTimeAt, type WallClock } from 'graph-schema/domain/event-time';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { EventTime, Span, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { parseEdifactDateTime } from '../../syntax/edifact/date-time.ts';
import { SILENT } from '../../syntax/findings.ts';
import type { JtLayout } from '../../syntax/jt-flat/layout.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';
import type { UnitTally } from '../../syntax/units.ts';
import { findAction, minuteVersion, type MessageAction } from '../message-action.ts';
import type { ClaimContext } from '../claim-context.ts';
import { PlacesAndTimes } from '../ports/place-and-time.ts';
import { Repeats } from '../repeats.ts';

/** A box or a vessel's call. Without events, the reader has added the finding that says why. */
export interface JtUnit {
  /**
   * What the sender withdraws or changes by sending the same again with another function: the format has no message
   * number, so it is named by what cannot change (`CODECO:GATED_OUT:CBHU1234561:EIR2611210017`). Null: cannot be named.
   */
  readonly thread: string | null;
  /** True for what stands in the file to place the boxes (the vessel's call): deleting a box does not delete it. */
  readonly isContext?: boolean;
  readonly events: readonly TrackingEvent[];
  readonly at: string;
  readonly span: Span;
}

export interface JtContext extends ClaimContext {
  readonly placesAndTimes: PlacesAndTimes;
  readonly layout: JtLayout;
  /** Whether no profile set the zone of `source`, and it is the nation's. */
  readonly isZoneAssumed: boolean;
}

/** Reads the messages of one type. */
export interface JtReader {
  readonly layout: JtLayout;
  /** The record that begins a unit (`50`): counted where a message is cut off and none of it is applied. */
  readonly unit: string;
  /** Only whole messages come here. */
  readonly read: (message: JtMessage, context: JtContext) => readonly JtUnit[];
}

const FUNCTIONS = loadCodeList('jt/function');

/** What a whole message comes to; one `ReadMessage` per unit, because each can be changed alone. */
export function interpretJtMessage(
  message: JtMessage,
  context: JtContext,
  reader: JtReader,
  tally: UnitTally,
): ReadMessage[] {
  const { findings } = context;
  const action = actionOf(message, context);
  const recordedAt = createdTime(message, context)?.instant ?? null;
  const version = minuteVersion(recordedAt, action);
  const messages: ReadMessage[] = [];
  const units = reader.read(message, action === 'CANCEL' ? silent(context) : context);
  const repeats = new Repeats(findings);
  for (const { thread, isContext = false, events, at, span } of units) {
    if (action === 'CANCEL') {
      if (isContext && units.length > 1) {
        tally.withoutContent();
        continue;
      }
      if (thread === null) {
        findings.add('MISSING_FIELD', 'ERROR', at, 'what is withdrawn', span);
        tally.withIssuesOnly();
        continue;
      }
      tally.withoutContent();
      messages.push({ thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } });
      continue;
    }
    if (events.length === 0) tally.withIssuesOnly();
    else tally.withEvents();
    repeats.note(events, { at, span });
    const retraction =
      action === 'REPLACE' && thread !== null ? ({ kind: 'REPLACE', thread, version } as const) : null;
    const attested = events.map((event) => ({ event, messageRef: null, span, recordedAt }));
    if (attested.length > 0 || retraction) messages.push({ thread, version, attested, retraction });
  }
  if (units.length === 0) {
    findings.add('MISSING_FIELD', 'ERROR', message.at, `record ${reader.unit}`, message.span);
    tally.withIssuesOnly();
  }
  return messages;
}

/** A deletion names what it withdraws and need say nothing else: what its records leave out is no fault. */
function silent(context: JtContext): JtContext {
  const quiet = { ...context, findings: SILENT };
  return { ...quiet, placesAndTimes: new PlacesAndTimes(quiet) };
}

function actionOf(message: JtMessage, { layout, findings }: JtContext): MessageAction {
  const code = layout.read(message.header, 'function');
  const action = code === null ? 'ORIGINAL' : findAction(FUNCTIONS, code);
  if (action === null) findings.unmapped(FUNCTIONS, code ?? '', `${message.at}/00`, message.header);
  return action ?? 'ORIGINAL';
}

/**
 * When the file was made, where its sender stands, else in the zone of its profile; null without a time. Senders that
 * have no alias count as places only in China: the names of lines and agents may look like a UN/LOCODE of anywhere.
 */
export function createdTime({ header }: JtMessage, { layout, source, places }: JtContext): EventTime | null {
  const clock = parseJtTime(layout.read(header, 'created'));
  const sender = layout.read(header, 'sender')?.toUpperCase() ?? '';
  const alias = source.placeAliases[sender];
  const known = places.findLocode(alias ?? sender);
  const place = alias !== undefined || known?.country === 'CN' ? known : null;
  return clock && eventTimeAt(clock, place, source.defaultZone);
}

/** A time of a record as written; null for none, and for the zeros that fill its place. */
export function writtenTime(layout: JtLayout, record: JtRecord | null, field: string): string | null {
  const written = layout.read(record, field);
  return written === null || /^0+$/.test(written) ? null : written;
}

/** `YYYYMMDDHHMM`, local. */
export function parseJtTime(value: string | null): WallClock | null {
  return value === null || /^0+$/.test(value) ? null : parseEdifactDateTime(value, null);
}
