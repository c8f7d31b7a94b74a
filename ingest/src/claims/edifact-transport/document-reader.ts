import { compactNumber } from 'graph-schema/codes/parsed';
import { parseRailNote } from 'graph-schema/codes/rail-note';
import { claim, documentRef } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { listConsignments } from '../edifact/consignments.ts';
import type { EdifactContext, EdifactReader } from '../edifact/interchange.ts';
import { legTransport } from '../edifact/legs.ts';
import { documentTime, type MessageHead } from '../edifact/message-head.ts';
import { messageReader, type MessageUnit } from '../edifact/message-reader.ts';
import { readReference } from '../edifact/reference.ts';
import type { Where } from '../claim-context.ts';
import { isFiller } from '../ports/document.ts';
import { readConsignment, type Consignment } from './consignment.ts';

/** What a message of the transport contract claims of its document. */
export interface DocumentClaim {
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  /** What BGM 1004 is the number of: a qualifier of references (1153, `BM`), `ROAD_NOTE`, `RAIL_NOTE`; null: the message. */
  readonly numberOf: string | null;
}

export interface TransportDocument {
  /** Null: the finding that says why has been added. */
  readonly claimOf: (head: MessageHead, context: EdifactContext) => DocumentClaim | null;
  /** What a cancellation claims besides withdrawing. */
  readonly cancelled: DocumentClaim | null;
  /** DTM 2005 of the document's own date, best first, before the date of the message. */
  readonly issued: readonly string[];
}

/** DTM 2005 of legs and limits. */
const TIMES = loadCodeList('edifact-transport/dtm-2005');

/** One unit per message: the document with all that it ties together, then the dates of its legs, then its cut-offs. */
export function documentReader({ claimOf, cancelled, issued }: TransportDocument): EdifactReader {
  const unit = (head: MessageHead, context: EdifactContext, said: DocumentClaim | null): MessageUnit[] => {
    const consignment = readConsignment(head, TIMES, context);
    const { span } = consignment;
    if (!said) return [{ events: [], span }];
    const own = consignment.bills;
    const documents = namedBy(said.numberOf, consignment.documents, head, own);
    if (documents.length === 0) {
      context.findings.add('MISSING_FIELD', 'ERROR', head.message.at, 'number of a paper', span);
      return [{ events: [], span }];
    }
    return [{ events: claims(said, { ...consignment, documents }, issued, head, context), span }];
  };
  return messageReader(
    'BGM',
    (head, context) => unit(head, context, claimOf(head, context)),
    cancelled === null
      ? undefined
      : (head, context) =>
          unit(head, context, cancelled).map((one) => ({
            ...one,
            events: one.events.slice(0, countOf(one.events)),
          })),
  );
}

/** Of a cancellation only the document's own claims, which come first, one per consignment. */
function countOf(events: readonly TrackingEvent[]): number {
  const [first] = events;
  return events.filter(({ code }) => code === first?.code).length;
}

/** Papers of the message; its own number where nothing else says the paper that it is about. */
function namedBy(
  numberOf: string | null,
  documents: readonly DocumentRef[],
  { reference, message, bgm }: MessageHead,
  context: EdifactContext,
): readonly DocumentRef[] {
  if (reference === null || isFiller(reference)) return documents;
  const where = { at: `${message.at}/BGM`, span: bgm ?? message.span };
  const own = numberOf === null ? null : ownPaper(numberOf, reference, where, context);
  if (own) {
    const isNamed = documents.some(({ scheme }) => scheme === own.scheme);
    return isNamed ? documents : [{ ...own, declaredAs: 'BGM' }, ...documents];
  }
  if (documents.some(({ scheme }) => scheme !== 'REFERENCE')) return documents;
  const number = compactNumber(reference);
  return number === '' ? documents : [documentRef('REFERENCE', number, { declaredAs: 'BGM' }), ...documents];
}

function ownPaper(
  numberOf: string,
  reference: string,
  where: Where,
  context: EdifactContext,
): DocumentRef | null {
  if (numberOf === 'ROAD_NOTE') return documentRef('ROAD_NOTE', compactNumber(reference));
  if (numberOf !== 'RAIL_NOTE') return readReference(numberOf, reference, where, asDeclared(context));
  const note = parseRailNote(reference);
  return documentRef(note.ok ? 'RAIL_NOTE' : 'REFERENCE', note.value);
}

/** The number of a bill in its own message is no booking, however the sender mixes them elsewhere. */
function asDeclared(context: EdifactContext): EdifactContext {
  return { ...context, source: { ...context.source, billRule: 'AS_DECLARED' } };
}

function claims(
  { code, classifier }: DocumentClaim,
  consignment: Consignment,
  issued: readonly string[],
  head: MessageHead,
  context: EdifactContext,
): TrackingEvent[] {
  const { documents, header, legs, from, to, boxes, goods, quantity, measurements, parties, issuePlace } =
    consignment;
  const time = documentTime(issued, header, head, context);
  if (!time) return [];
  const papers = listConsignments(documents);
  const isOne = papers.length === 1;
  const main = legs.filter(({ isMain }) => isMain);
  const document = claim({
    code,
    classifier,
    time,
    place: issuePlace,
    from,
    to,
    transport: legTransport(main.length > 0 ? main : legs, null),
    contents: boxes,
    parties,
    // The goods of several bills cannot be told apart.
    goods: isOne ? goods : [],
    quantity: isOne ? quantity : null,
    measurements,
    rawCode: rawCodeOf(head),
  });
  const dates = legs.flatMap((leg) => leg.calls());
  return [document, ...dates, ...limits(header, head, context)].flatMap((event) =>
    papers.map((consigned) => ({ ...event, documents: consigned })),
  );
}

/** `770+6+AP`: name, function and answer as sent. */
function rawCodeOf({ code, text, functionCode, responseCode }: MessageHead): string {
  return [code ?? text ?? '', functionCode ?? '', ...(responseCode === null ? [] : [responseCode])].join('+');
}

/** Cut-offs of the whole message, on the sender's clock; those at a port stand with its leg. */
function limits(header: Consignment['header'], head: MessageHead, context: EdifactContext): TrackingEvent[] {
  return header.flatMap((segment): TrackingEvent[] => {
    const qualifier = segment.tag === 'DTM' ? (segment.read(0) ?? '') : '';
    const row = TIMES.find(qualifier);
    if (row?.canonical !== 'CUT_OFF:PLANNED') return [];
    const time = documentTime([qualifier], [segment], { ...head, sent: null }, context);
    const reason = { scheme: 'EDIFACT 2005', code: qualifier, text: row.meaning };
    return time ? [claim({ code: 'CUT_OFF', classifier: 'PLANNED', time, reason, rawCode: qualifier })] : [];
  });
}
