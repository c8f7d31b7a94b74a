import { claim } from 'graph-schema/domain/claim';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import { numbersOf } from '../../claims/dcsa/bill-numbers.ts';
import { canonical } from '../../claims/dcsa/event-parts.ts';
import { flattenLocation } from '../../claims/dcsa/location.ts';
import type { MessageReader } from '../../claims/dcsa/message-reader.ts';
import { boxesOf, goodsOf, partiesOf } from '../../claims/dcsa/paper-cargo.ts';
import {
  asOfReceipt,
  newsMessage,
  openNews,
  statusIn,
  type NewsContext,
  type PaperNews,
} from '../../claims/dcsa/paper-news.ts';
import { plannedLeg } from '../../claims/dcsa/planned-legs.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { asObject, objectsOf, textOf, textsOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';

const BILL_STATUSES = loadCodeList('dcsa-ebl-3/statuses');
const INSTRUCTION_STATUSES = loadCodeList('dcsa-ebl-3/instruction-statuses');
const INSIDE = ['document', 'transportDocument', 'shippingInstructions', 'updatedShippingInstructions'];

/** A bill (transport document), a request to issue it, or the shipping instructions that it is drafted from. */
export function readPaper(
  record: JsonObject,
  where: Where,
  reader: MessageReader,
  context: NewsContext,
): UnitOutcome {
  const news = openNews(record, INSIDE, where, context);
  const { paper } = news;
  const ofBill = statusIn(paper, 'transportDocumentStatus') ?? textOf(paper, 'transportDocumentReference');
  const isBill =
    statusIn(paper, 'shippingInstructionsStatus', 'updatedShippingInstructionsStatus') === null &&
    (ofBill !== null || !Array.isArray(paper['consignmentItems']));
  return isBill
    ? readBill(news, record, where, reader, context)
    : readInstructions(news, where, reader, context);
}

function readBill(
  news: PaperNews,
  record: JsonObject,
  where: Where,
  reader: MessageReader,
  context: NewsContext,
): UnitOutcome {
  const { paper } = news;
  const numbers = numbersOf(paper, where, context);
  if (!numbers) return NOTHING;
  const { bill, documents } = numbers;
  const own = statusIn(paper, 'transportDocumentStatus');
  // What was asked of an issued bill since is the news of it; of any other it is over.
  const status =
    own === null || own === 'ISSUED'
      ? statusIn(paper, 'amendedTransportDocumentStatus', 'transportDocumentStatus')
      : own;
  const plan = planOf(paper, [bill], where, reader);
  const time =
    status === null
      ? null
      : (news.time ?? issuedOn(paper, status, where, reader) ?? asOfReceipt('time', where, context));
  const before = replacedBy(bill, record, paper, where, reader);
  const told =
    status !== null && time !== null
      ? aboutPaper(paper, documents, time, where, reader).map((about) => {
          const code = canonical(BILL_STATUSES, status, 'UNMAPPED_DOCUMENT', reader, where);
          // One bill in place of one other: they are one consignment, so the claim names both.
          const [old] = before;
          if (code !== 'BL_ISSUED' || before.length === 0) return claim({ ...about, code, rawCode: status });
          const reason = {
            scheme: 'REPLACES',
            code: before.map(({ number }) => number).join(' '),
            text: null,
          };
          const both = old && before.length === 1 && !isSplit(record) ? [...documents, old] : documents;
          return claim({ ...about, code, documents: both, reason, rawCode: status });
        })
      : [];
  const events = [...told, ...plan];
  if (events.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', `${where.at}.transportDocumentStatus`, null, where.span);
    return NOTHING;
  }
  return { message: newsMessage('BILL', bill, status, news, events, where, context) };
}

function readInstructions(
  news: PaperNews,
  where: Where,
  reader: MessageReader,
  context: NewsContext,
): UnitOutcome {
  const { paper } = news;
  const { documents, own } = instructionNumbers(paper, where, reader, context);
  // The body of a submission has no status yet: it is one.
  const status =
    statusIn(paper, 'updatedShippingInstructionsStatus', 'shippingInstructionsStatus') ?? 'RECEIVED';
  const time = news.time ?? asOfReceipt('time', where, context);
  if (documents.length === 0 || !time) {
    if (documents.length === 0)
      context.findings.add(
        'MISSING_FIELD',
        'ERROR',
        `${where.at}.shippingInstructionsReference`,
        null,
        where.span,
      );
    return NOTHING;
  }
  const code = canonical(INSTRUCTION_STATUSES, status, 'UNMAPPED_DOCUMENT', reader, where);
  const events = aboutPaper(paper, documents, time, where, reader).map((about) =>
    claim({ ...about, code, rawCode: status }),
  );
  return { message: newsMessage('INSTRUCTIONS', own, status, news, events, where, context) };
}

/** What each claim about the paper itself says besides its code. */
function aboutPaper(
  paper: JsonObject,
  documents: readonly DocumentRef[],
  time: EventTime,
  where: Where,
  reader: MessageReader,
) {
  const transports = asObject(paper['transports']) ?? {};
  const placeOf = (name: string) =>
    reader.place(flattenLocation(asObject(transports[name])), where)?.ref ?? null;
  return [
    {
      classifier: 'ACTUAL' as const,
      time,
      documents,
      contents: boxesOf(paper, where, reader),
      parties: partiesOf(paper, where, reader),
      goods: goodsOf(paper),
      place: reader.place(flattenLocation(asObject(paper['placeOfIssue'])), where)?.ref ?? null,
      from: placeOf('portOfLoading'),
      to: placeOf('placeOfDelivery') ?? placeOf('portOfDischarge'),
    },
  ];
}

/** A bill as it is pulled says on which day it was issued. */
function issuedOn(paper: JsonObject, status: string, where: Where, reader: MessageReader): EventTime | null {
  const issuedAt = reader.place(flattenLocation(asObject(paper['placeOfIssue'])), where);
  const written = status === 'ISSUED' ? textOf(paper, 'issueDate') : null;
  if (written === null) return null;
  const time = readTime(written, issuedAt?.place ?? null, reader.context.source.defaultZone);
  if (!time) reader.findings.add('BAD_TIME', 'WARNING', `${where.at}.issueDate`, written, where.span);
  return time;
}

function planOf(
  paper: JsonObject,
  documents: readonly DocumentRef[],
  where: Where,
  reader: MessageReader,
): TrackingEvent[] {
  const transports = asObject(paper['transports']);
  if (!transports) return [];
  const voyages = objectsOf(transports['vesselVoyages']);
  const mother =
    voyages.find((one) => textOf(one, 'role')?.toUpperCase() === 'MOTHER') ??
    (voyages.length === 1 ? voyages[0] : null);
  return plannedLeg(
    { ...mother, ...transports },
    { from: 'portOfLoading', to: 'portOfDischarge' },
    documents,
    where,
    reader,
  );
}

/** transportDocumentReplacements { oldTransportDocumentReferences [{ transportDocumentReference }], newTransportDocumentReferences } */
function replacedBy(
  bill: DocumentRef,
  record: JsonObject,
  paper: JsonObject,
  where: Where,
  reader: MessageReader,
): DocumentRef[] {
  const given =
    asObject(record['transportDocumentReplacements']) ?? asObject(paper['transportDocumentReplacements']);
  return objectsOf(given?.['oldTransportDocumentReferences'])
    .slice(0, 50)
    .flatMap((one) => {
      const number = textOf(one, 'transportDocumentReference');
      const old = number === null ? null : reader.document('TRD', number, where);
      return old && old.number !== bill.number ? [old] : [];
    });
}

function isSplit(record: JsonObject): boolean {
  return (
    objectsOf(asObject(record['transportDocumentReplacements'])?.['newTransportDocumentReferences']).length >
    1
  );
}

interface InstructionNumbers {
  readonly documents: readonly DocumentRef[];
  /** The number that tells these instructions from others under the same booking; null: they have none yet. */
  readonly own: DocumentRef | null;
}

/** The bill that they are for, if it has a number yet; the bookings; the carrier's number of the instructions. */
function instructionNumbers(
  paper: JsonObject,
  where: Where,
  reader: MessageReader,
  context: NewsContext,
): InstructionNumbers {
  const reference = textOf(paper, 'shippingInstructionsReference');
  const own = reference === null ? null : reader.document('SHI', reference, where);
  const listed = own ? [own] : [];
  const bill = textOf(paper, 'transportDocumentReference');
  const numbers = bill === null ? null : numbersOf(paper, where, context);
  if (numbers) return { documents: [...numbers.documents, ...listed], own: own ?? numbers.bill };
  const bookings = objectsOf(paper['consignmentItems']).flatMap((item) =>
    textsOf(item['carrierBookingReference']),
  );
  const read = [...new Set(bookings)]
    .slice(0, 100)
    .flatMap((number) => reader.document('BKG', number, where) ?? []);
  return { documents: [...read, ...listed], own };
}
