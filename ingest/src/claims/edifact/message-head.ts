import { eventTimeAt, type WallClock } from 'graph-schema/domain/event-time';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { Findings } from '../../syntax/findings.ts';
import type { ClaimContext } from '../claim-context.ts';
import { findAction, minuteVersion, type MessageAction } from '../message-action.ts';
import { readDateTime } from './segments.ts';

/**
 * What a message says of itself.
 *
 *   BGM + 1001:1131:3055:1000 + 1004 + 1225 + 4343        DTM + 137 : sent        RFF + ACW : number of an earlier message
 *         name coded, in words  number function response
 */
export interface MessageHead {
  readonly message: EdifactMessage;
  /** Null: the message has no BGM, which has been told. */
  readonly bgm: EdifactSegment | null;
  /** BGM 1001, the coded name of the message. */
  readonly code: string | null;
  /** BGM 1000, its name in words. */
  readonly text: string | null;
  /** BGM 1004, by which a later message withdraws or replaces this one. */
  readonly reference: string | null;
  /** BGM 1225 as sent. */
  readonly functionCode: string | null;
  /** BGM 4343 as sent: what the receiver should answer, or how the sender answers (`AP` accepted, `RE` rejected). */
  readonly responseCode: string | null;
  /** `RFF+ACW`: the number of the message that is withdrawn or replaced, when it is another one. */
  readonly earlierReference: string | null;
  /** What the function (1225) does to what was said before under the reference. */
  readonly action: MessageAction;
  /** When the sender made it (`DTM+137`, else the interchange), in an unstated zone. */
  readonly sent: WallClock | null;
  /** The same in UTC, read on the sender's clock. */
  readonly recordedAt: string | null;
  /** `CODECO:GO2611210017`; null without a number. */
  readonly thread: string | null;
  /** The sent time in seconds, moved on by one for a replacement and by two for a cancellation. */
  readonly version: number;
}

const FUNCTIONS = loadCodeList('edifact/function-1225');

export function readHead(message: EdifactMessage, { source, findings }: ClaimContext): MessageHead {
  const { segments, at, type } = message;
  const bgm = segments.find(({ tag }) => tag === 'BGM') ?? null;
  if (!bgm) findings.add('MISSING_FIELD', 'WARNING', at, 'BGM', message.span);
  const dated = segments.find((segment) => segment.is('DTM', '137'));
  const earlier = segments.find((segment) => segment.is('RFF', 'ACW'));
  const sent = (dated && readDateTime(dated)) ?? message.interchange.prepared;
  const recordedAt = sent && (eventTimeAt(sent, null, source.defaultZone)?.instant ?? null);
  const action = actionOf(bgm, at, findings);
  const reference = bgm?.read(1) ?? null;
  return {
    message,
    bgm,
    code: bgm?.read(0, 0) ?? null,
    text: bgm?.read(0, 3) ?? null,
    reference,
    functionCode: bgm?.read(2) ?? null,
    responseCode: bgm?.read(3) ?? null,
    earlierReference: earlier?.read(0, 1) ?? null,
    action,
    sent,
    recordedAt,
    thread: reference === null ? null : threadOf(type, reference),
    version: minuteVersion(recordedAt, action),
  };
}

/** The thread that a message of this type and number makes. */
export function threadOf(type: string, reference: string): string {
  return `${type}:${reference.toUpperCase()}`;
}

function actionOf(bgm: EdifactSegment | null, at: string, findings: Findings): MessageAction {
  const code = bgm?.read(2) ?? null;
  const action = code === null ? 'ORIGINAL' : findAction(FUNCTIONS, code);
  if (action === null) findings.unmapped(FUNCTIONS, code ?? '', `${at}/BGM`, bgm);
  return action ?? 'ORIGINAL';
}

/**
 * The time of a claim about a document: the first of these DTM qualifiers among `segments`, else when the message was
 * made; on the sender's clock, which is where papers are made. Null, with a finding, when nothing says it.
 */
export function documentTime(
  qualifiers: readonly string[],
  segments: readonly EdifactSegment[],
  { sent, message }: MessageHead,
  { source, findings }: ClaimContext,
): EventTime | null {
  const stamps = qualifiers.flatMap(
    (qualifier) => segments.find((segment) => segment.is('DTM', qualifier)) ?? [],
  );
  for (const clock of [...stamps.map(readDateTime), sent]) {
    const time = clock && eventTimeAt(clock, null, source.defaultZone);
    if (time) return time;
  }
  findings.add('MISSING_FIELD', 'ERROR', message.at, 'date of the message', message.span);
  return null;
}
