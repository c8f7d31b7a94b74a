import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { versionOf } from '../../claims/message-action.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { findChild, findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { boxesOf, goodsOf, partiesOf } from './consignment.ts';
import { customsTime } from './customs-time.ts';
import { numbersOf } from './numbers.ts';
import { officeOf, placeNamed } from './offices.ts';
import { MESSAGE_NAME, operationOf } from './operation.ts';

const MESSAGES = loadCodeList('eu-customs-status/messages');

/** The date of what a message tells, where it has one of its own; else it is told when it is made. */
const OWN_TIME: Readonly<Record<string, string>> = {
  '007': 'arrivalNotificationDateAndTime',
  '009': 'decisionDateAndTime',
  '025': 'releaseDate',
  '028': 'declarationAcceptanceDate',
  '029': 'releaseDate',
  '045': 'writeOffDate',
  '060': 'controlNotificationDateAndTime',
  '140': 'requestOnNonArrivedMovementDate',
  '528': 'declarationAcceptanceDate',
  '529': 'releaseDate',
};

/** One message about one movement: a claim about its MRN with the boxes, papers, goods and parties that it names. */
export function readCustomsMessage(message: XmlElement, where: Where, scope: ClaimContext): UnitOutcome {
  const { findings, source } = scope;
  const number = MESSAGE_NAME.exec(message.name)?.[1] ?? message.name;
  const row = MESSAGES.find(number);
  const numbers = numbersOf(message, where, scope);
  if (!numbers) return NOTHING;
  const operation = operationOf(message);
  const office = officeOf(message, scope);
  const clock = (text: string) => customsTime(text, office?.place ?? null, source.defaultZone);
  const prepared = findText(message, 'preparationDateAndTime');
  const made = prepared === null ? null : clock(prepared);
  const field = OWN_TIME[number];
  const written =
    field === undefined ? null : (findText(operation, field) ?? findText(message, 'Invalidation', field));
  const own = written === null ? null : clock(written);
  const time = own ?? made;
  if (!time) {
    const told = written ?? prepared;
    const problem = told === null ? 'MISSING_FIELD' : 'BAD_TIME';
    findings.add(problem, 'ERROR', `${where.at}/preparationDateAndTime`, told, where.span);
    return NOTHING;
  }
  if (time.zoneSource === 'SENDER_DEFAULT')
    findings.addOnce(
      'UNKNOWN_ZONE',
      'WARNING',
      `${where.at}/${field ?? 'preparationDateAndTime'}`,
      source.defaultZone,
      where.span,
    );
  if (!row?.canonical) findings.unmapped(MESSAGES, number, where.at, where.span, row ? 'INFO' : 'WARNING');
  const consignment = findChild(message, 'Consignment') ?? findChild(message, 'GoodsShipment');
  const about = claim({
    code: (row?.canonical ?? 'UNMAPPED_DOCUMENT') as EventCode,
    classifier: 'ACTUAL',
    time,
    place: office?.ref ?? null,
    documents: numbers.documents,
    contents: boxesOf(consignment, where, scope),
    from: placeNamed(consignment, 'PlaceOfLoading', scope),
    to: placeNamed(consignment, 'PlaceOfUnloading', scope),
    parties: partiesOf(message, consignment),
    goods: goodsOf(consignment),
    rawCode: message.name,
  });
  const withBills = numbers.bills.map((bill): TrackingEvent => {
    return { ...about, documents: [numbers.main, bill], contents: [], goods: [], parties: [] };
  });
  const events = [about, ...withBills];
  const recordedAt = made?.instant ?? null;
  const messageRef = findText(message, 'messageIdentification');
  const attested = events.map((event) => ({ event, messageRef, span: where.span, recordedAt }));
  return { message: { thread: null, version: versionOf(recordedAt), attested, retraction: null } };
}
