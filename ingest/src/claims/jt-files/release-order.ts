import { compactNumber } from 'graph-schema/codes/parsed';
import { claim, documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef, EventTime, LoadState, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import { meaningOf } from '../cn-ports/meaning.ts';
import { readBill, readBooking } from '../ports/document.ts';
import { listGroups, type JtGroup } from './box-groups.ts';
import { readJtVessel, sailingKey } from './box-record.ts';
import { readJtBoxes, readJtParties, readJtPlace, readJtRequests } from './cargo-records.ts';
import { parseJtTime, writtenTime, type JtContext, type JtUnit } from './interpret-jt.ts';
import { fileTime } from './sender-place.ts';

const LOAD_STATES = loadCodeList('jt/load-state');

/**
 * Orders of a carrier to hand out boxes: full ones against a delivery order (放箱), empty ones for a booking (放空箱). One
 * unit per record 12; `usual` is the state of boxes that the file does not tell.
 */
export function readReleaseOrders(message: JtMessage, usual: LoadState, context: JtContext): JtUnit[] {
  const sent = fileTime(message, context);
  return listGroups(message, '12', ['10']).map((group) => {
    const documents = documentsOf(group, context);
    const names = documents.map(({ number }) => number).join('+');
    const sailing = sailingKey(group.heads[0] ?? null, context);
    if (names === '')
      context.findings.add(
        'MISSING_FIELD',
        'ERROR',
        group.at,
        'bill, booking or delivery order',
        group.first,
      );
    return {
      thread: names && `${message.type}:${names}:${sailing}`,
      events: sent && names ? readOrder(group, documents, usual, sent, message, context) : [],
      at: group.at,
      span: group.span,
    };
  });
}

function documentsOf(group: JtGroup, context: JtContext): DocumentRef[] {
  const { layout } = context;
  const where = { at: group.at, span: group.first };
  const order = compactNumber(layout.read(group.first, 'deliveryOrder') ?? '');
  return [
    order === '' ? null : documentRef('DELIVERY_ORDER', order, { declaredAs: '提货单号' }),
    readBill(layout.read(group.first, 'bill'), '提单号', where, context),
    readBooking(layout.read(group.first, 'booking'), '订舱号', where, context),
  ].filter((document) => document !== null);
}

function readOrder(
  group: JtGroup,
  documents: readonly DocumentRef[],
  usual: LoadState,
  sent: EventTime,
  message: JtMessage,
  context: JtContext,
): TrackingEvent[] {
  const records = [group.first, ...group.details];
  const { boxes, loadState: told } = readJtBoxes(group.details, group.at, context);
  const loadState = told ?? requestedState(group, context) ?? usual;
  const place = readJtPlace(records, 'pickupPlace', group.at, context);
  const wanted = readJtRequests(group.details, context);
  const shared = {
    classifier: 'ACTUAL',
    time: sent,
    place: place?.ref ?? null,
    loadState,
    transport: readJtVessel(group.heads[0] ?? null, message.at, context),
    documents,
    from: readJtPlace(records, 'pol', group.at, context)?.ref ?? null,
    to: readJtPlace(records, 'pod', group.at, context)?.ref ?? null,
    parties: readJtParties([...records, ...group.heads], context),
    reason: wanted === null ? null : { scheme: 'JT 箱型箱量', code: null, text: wanted },
    rawCode: message.type,
  } as const;
  const releases =
    loadState !== 'EMPTY'
      ? [claim({ ...shared, code: 'DO_ISSUED', contents: boxes })]
      : boxes.length === 0
        ? [claim({ ...shared, code: 'EMPTY_RELEASED' })]
        : boxes.map((equipment) => claim({ ...shared, code: 'EMPTY_RELEASED', equipment }));
  return [...releases, ...readValidity(group, documents, loadState, context)];
}

/** Until when the boxes may be fetched. */
function readValidity(
  group: JtGroup,
  documents: readonly DocumentRef[],
  loadState: LoadState,
  context: JtContext,
): TrackingEvent[] {
  const { layout, placesAndTimes } = context;
  const written = writtenTime(layout, group.first, 'validUntil');
  if (written === null) return [];
  const place = readJtPlace([group.first], 'pickupPlace', group.at, context);
  const where = { at: group.at, span: group.first };
  const time = placesAndTimes.time(parseJtTime(written), written, place, where);
  if (!time) return [];
  const reason = { scheme: null, code: null, text: '提箱有效期' };
  return [
    claim({
      code: 'CUT_OFF',
      classifier: 'PLANNED',
      time,
      place: place?.ref ?? null,
      loadState,
      documents,
      reason,
      rawCode: 'validUntil',
    }),
  ];
}

function requestedState(group: JtGroup, context: JtContext): LoadState | null {
  const found = context.layout.find(group.details, 'requestState');
  const where = { at: `${group.at}/40`, span: found?.record ?? group.span };
  return meaningOf(LOAD_STATES, found?.value ?? null, where, context) as LoadState | null;
}
