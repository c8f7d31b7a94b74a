import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, PartyRef, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { listConsignments } from '../../claims/edifact/consignments.ts';
import { readGoods, setPointsIn } from '../../claims/edifact/goods.ts';
import { documentTime } from '../../claims/edifact/message-head.ts';
import { readParties } from '../../claims/edifact/party.ts';
import { placeOf } from '../../claims/edifact/places.ts';
import { readDateTime } from '../../claims/edifact/segments.ts';
import { rawCodeOf, routeOf } from '../../claims/edifact-reports/box-facts.ts';
import { describeBox, readHeaderDocuments } from '../../claims/edifact-reports/box-group.ts';
import type { ReportContext, ReportUnit } from '../../claims/edifact-reports/interpret-reports.ts';
import { mainCarriageOf, orderOf } from '../../claims/edifact-reports/orders.ts';
import type { BoxGroup, EdifactReport } from '../../claims/edifact-reports/report.ts';

const ORDERS = loadCodeList('edifact-coparn/bgm-1001');
const WORDS = loadCodeList('edifact-coparn/words');
const TIMES = loadCodeList('edifact-coparn/dtm-2005');

/** What all boxes of one message share. */
interface Announced {
  /** `RELEASE`: a box may be fetched; `ACCEPT`: one will be brought. Null: another order, shown as received. */
  readonly order: string | null;
  readonly documents: readonly DocumentRef[];
  readonly vessel: TransportRef | null;
  readonly parties: readonly PartyRef[];
}

/**
 * One unit per EQD, which is a box or, before boxes are chosen, a number of them (EQN) under a booking. An order to
 * accept a box is told as BOOKED: it ties booking, box, ship and goods.
 */
export function readAnnouncement(report: EdifactReport, context: ReportContext): ReportUnit[] {
  const announced = {
    order: orderOf(report, ORDERS, WORDS, context),
    documents: readHeaderDocuments(report, context),
    vessel: mainCarriageOf(report, context),
    parties: readParties(report.header, report.message, context),
  };
  return report.boxes.map((group) => ({
    span: group.span,
    events: readGroup(announced, group, report, context),
  }));
}

function readGroup(
  { order, documents: headerDocuments, vessel, parties }: Announced,
  group: BoxGroup,
  report: EdifactReport,
  context: ReportContext,
): TrackingEvent[] {
  const box = describeBox(group, headerDocuments, context, true);
  const time = box && documentTime([], [], report, context);
  if (!box || !time) return [];
  const isRelease = order === 'RELEASE';
  const depot = depotOf(isRelease, group, report, context);
  const own = readGoods(group.segments).goods;
  const base = claim({
    code: codeOf(order, box.loadState),
    classifier: 'ACTUAL',
    time,
    place: depot?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    // An empty that is fetched is not aboard; whom it is meant for stands with the booking.
    transport: isRelease ? null : vessel,
    quantity: box.quantity,
    ...routeOf(group, report, context),
    parties: [...parties, ...readParties(group.segments, group, context)],
    goods: own.length > 0 ? own : readGoods(report.header).goods,
    measurements: setPointsIn(group.segments),
    rawCode: rawCodeOf(report, box.loadStateCode, box.statusCode),
  });
  const planned = readPlanned(base, isRelease, group, context, depot);
  return listConsignments(box.documents).flatMap((documents) =>
    [base, ...planned].map((event) => ({ ...event, documents })),
  );
}

function codeOf(order: string | null, loadState: string | null): EventCode {
  if (order === 'RELEASE')
    return loadState === 'FULL' || loadState === 'LCL' ? 'DO_ISSUED' : 'EMPTY_RELEASED';
  return order === null ? 'UNMAPPED' : (order as EventCode);
}

/** LOC 3227: 98 depot that gives the empty, 99 place that takes it back, 165 and 175 activity, 88 receipt. */
function depotOf(isRelease: boolean, group: BoxGroup, report: EdifactReport, context: ReportContext) {
  const functions = isRelease ? ['98', '165', '175', '88'] : ['165', '175', '99', '88'];
  return (
    placeOf(functions, group.find, group, context) ??
    placeOf(functions, report.findInHeader, report.message, context)
  );
}

/** When the box should be fetched or brought, and until when it may; each only where the group says it. */
function readPlanned(
  base: TrackingEvent,
  isRelease: boolean,
  group: BoxGroup,
  { placesAndTimes }: ReportContext,
  depot: ReturnType<typeof depotOf>,
): TrackingEvent[] {
  return group.segments.flatMap((segment): TrackingEvent[] => {
    if (segment.tag !== 'DTM') return [];
    const qualifier = segment.read(0) ?? '';
    const row = TIMES.find(qualifier);
    if (!row?.canonical) return [];
    const where = { at: `${group.at}/DTM`, span: segment };
    const time = placesAndTimes.time(readDateTime(segment), segment.read(0, 1) ?? '', depot, where);
    if (!time) return [];
    const { place, equipment, loadState, from, to } = base;
    const about = claim({
      code: isRelease ? 'GATED_OUT' : 'GATED_IN',
      classifier: 'PLANNED',
      time,
      place,
      equipment,
      loadState,
      from,
      to,
      rawCode: qualifier,
    });
    if (row.canonical !== 'CUT_OFF') return [about];
    return [
      { ...about, code: 'CUT_OFF', reason: { scheme: 'EDIFACT 2005', code: qualifier, text: row.meaning } },
    ];
  });
}
