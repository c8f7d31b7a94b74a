import { transport } from 'graph-schema/domain/claim';
import { eventTimeAt } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import type {
  Attested,
  EventTime,
  Span,
  TrackingEvent,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { compactNumber } from 'graph-schema/codes/parsed';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readWallClock } from '../../syntax/wall-clock.ts';
import { findChild, findText, listDescendants } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { findAction, type MessageAction } from '../message-action.ts';
import type { TafContext } from './taf-family.ts';

const MESSAGE_STATUSES = loadCodeList('taf/message-statuses');

export interface TafScope extends TafContext {
  readonly root: XmlElement;
  readonly spanOf: WholeXml['spanOf'];
  readonly messageRef: string | null;
  /** The sender's name for what the message is about, where it gives one (delay causes do). */
  readonly senderRef: string | null;
  readonly sent: EventTime | null;
  readonly action: MessageAction;
}

/** Reference, time and status of a message; null, with a finding, where the status is none that is known. */
export function readHead({ root, spanOf }: WholeXml, context: TafContext): TafScope | null {
  const header = findChild(root, 'MessageHeader');
  const reference = findChild(header, 'MessageReference');
  // Messages about wagons have no status: they are never taken back.
  const status = findText(root, 'MessageStatus') ?? findText(header, 'MessageStatus') ?? '1';
  const action = findAction(MESSAGE_STATUSES, status);
  if (!action) {
    context.findings.unmapped(MESSAGE_STATUSES, status, 'MessageStatus', spanOf(root), 'ERROR');
    return null;
  }
  return {
    ...context,
    root,
    spanOf,
    messageRef: findText(reference, 'MessageIdentifier'),
    senderRef: findText(header, 'SenderReference'),
    sent: timeOf(findText(reference, 'MessageDateTime'), null, context.source.defaultZone),
    action,
  };
}

/**
 * Number and start date of the run: the core identifier's StartDate, else the day of the scheduled hand-over. Newer
 * senders may leave the operational number out; the core of the train's identifier then names it.
 */
export function trainOf(root: XmlElement): TransportRef | null {
  const identifiers = [
    ...listDescendants(root, 'TransportOperationalIdentifiers'),
    ...listDescendants(root, 'TrainID'),
  ];
  // TR is the train, PA its path; the path starts where the network begins, perhaps a day later.
  const ofTrain = identifiers.find((one) => findText(one, 'ObjectType') === 'TR') ?? identifiers[0] ?? null;
  const number = listDescendants(root, 'OperationalTrainNumber')[0]?.text || findText(ofTrain, 'Core');
  if (!number) return null;
  const handover = ['ScheduledTimeAtHandover', 'ScheduledDateTimeAtTransfer'].flatMap(
    (name) => listDescendants(root, name)[0]?.text ?? [],
  )[0];
  const start = findText(ofTrain, 'StartDate') ?? handover ?? '';
  return transport({
    mode: 'RAIL',
    train: compactNumber(number),
    departureDate: readWallClock(start)?.local.slice(0, 10) ?? null,
  });
}

/** The train of a message that is about one; null and a finding where it names none, a warning where it has no date. */
export function requireTrain({ root, spanOf }: WholeXml, { findings }: TafContext): TransportRef | null {
  const train = trainOf(root);
  if (!train) findings.add('MISSING_FIELD', 'ERROR', 'OperationalTrainNumber', null, spanOf(root));
  else if (!train.departureDate)
    findings.add('MISSING_FIELD', 'WARNING', 'StartDate', train.train, spanOf(root));
  return train;
}

/** Times come with an offset, often without its leading zero (`+1:00`), and are local to the place without one. */
export function timeOf(written: string | null, place: Place | null, defaultZone: string): EventTime | null {
  const clock = written ? readWallClock(written) : null;
  return clock && eventTimeAt(clock, place, defaultZone);
}

/** A time that the claim cannot do without: null and a finding where it is missing or no time. */
export function requireTime(
  written: string | null,
  at: string,
  place: Place | null,
  span: Span,
  { source, findings }: TafContext,
): EventTime | null {
  const time = timeOf(written, place, source.defaultZone);
  if (!time) findings.add(written ? 'BAD_TIME' : 'MISSING_FIELD', 'ERROR', at, written, span);
  return time;
}

export function attest(event: TrackingEvent, span: Span, { messageRef, sent }: TafScope): Attested {
  return { event, messageRef, span, recordedAt: sent?.instant ?? null };
}
