import { claim } from 'graph-schema/domain/claim';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readAdvice, type AdviceLine } from '../../claims/edifact-lists/advice.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';

const RECEIPTS = loadCodeList('edifact-advice/dtm-2005')
  .rows.filter(({ canonical }) => canonical === 'RECEIPT:ACTUAL')
  .map(({ code }) => code);

/**
 * The receipt as a whole, one unit: the consignee has the goods, so they are DELIVERED (RECEIVED is a carrier's
 * custody); a line that was not received as it was despatched is a DISCREPANCY. One unit more for each pallet or
 * parcel (SSCC), so that it is found by its number.
 */
export function readReceipt(head: MessageHead, context: EdifactContext): MessageUnit[] {
  const advice = readAdvice(head, 'RECADV', context);
  const time = documentTime(RECEIPTS, advice.header, head, context);
  const { at, span } = head.message;
  if (!time) return [{ events: [], span }];
  const { documents, parties, containers, units, lines, quantity } = advice;
  const base = claim({
    code: 'DELIVERED',
    classifier: 'ACTUAL',
    time,
    documents,
    rawCode: head.code ?? 'RECADV',
  });
  if (documents.length === 0) context.findings.add('MISSING_FIELD', 'ERROR', `${at}/BGM`, 'number', span);
  const whole: TrackingEvent = {
    ...base,
    contents: [...containers, ...units.map(({ equipment }) => equipment)],
    quantity,
    parties,
    goods: lines.map((line) => line.goods),
  };
  const discrepancies = lines.flatMap((line) => discrepancyOf(line, base));
  const own = units.map(({ equipment, segment, documents: papers }) => ({
    events: [{ ...base, equipment, documents: papers }],
    span: segment,
  }));
  return [{ events: documents.length === 0 ? [] : [whole, ...discrepancies], span }, ...own];
}

/** QVR + difference : kind + + reason says why; without it the quantities say that it is so. */
function discrepancyOf(line: AdviceLine, base: TrackingEvent): TrackingEvent[] {
  const { despatched, received, segments } = line;
  const qvr = segments.find(({ tag }) => tag === 'QVR');
  const differs = despatched !== null && received !== null && despatched !== received;
  if (!differs && !qvr) return [];
  const words = segments.flatMap((segment) => (segment.tag === 'FTX' ? (segment.read(3, 0) ?? []) : []));
  const said = [qvr?.read(2, 3), ...words].filter((word) => word !== null && word !== undefined).join(' ');
  const counted = differs ? `${received} of ${despatched}` : null;
  const text = [line.goods.description, counted, said]
    .filter((word) => word !== null && word !== '')
    .join(', ');
  const reason = {
    scheme: 'EDIFACT 4221',
    code: qvr?.read(1) ?? qvr?.read(2, 0) ?? null,
    text: text || null,
  };
  const quantity = { pieces: received, grossKg: null, ofPieces: despatched };
  return [{ ...base, code: 'DISCREPANCY', reason, quantity, goods: [line.goods] }];
}
