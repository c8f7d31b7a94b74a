import { claim, documentRef } from 'graph-schema/domain/claim';
import { compactNumber } from 'graph-schema/codes/parsed';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { listConsignments, withPapersOf } from '../../claims/edifact/consignments.ts';
import { readGoods } from '../../claims/edifact/goods.ts';
import { documentTime } from '../../claims/edifact/message-head.ts';
import { readParties } from '../../claims/edifact/party.ts';
import { placeOf, routeIn } from '../../claims/edifact/places.ts';
import { readReferences } from '../../claims/edifact/reference.ts';
import { readDateTime } from '../../claims/edifact/segments.ts';
import { rawCodeOf } from '../../claims/edifact-reports/box-facts.ts';
import { describeBox, type DescribedBox } from '../../claims/edifact-reports/box-group.ts';
import type { ReportContext, ReportUnit } from '../../claims/edifact-reports/interpret-reports.ts';
import { mainCarriageOf, orderOf } from '../../claims/edifact-reports/orders.ts';
import type { BoxGroup, EdifactReport } from '../../claims/edifact-reports/report.ts';
import { withoutSecrets } from './secrets.ts';

const ORDERS = loadCodeList('edifact-coreor/bgm-1001');
const WORDS = loadCodeList('edifact-coreor/words');
/** LOC 3227: 165 and 175 activity, 98 depot of an empty, 11 the port where the boxes wait. */
const PLACES = ['165', '175', '98', '11'];
/** DTM 2005: until when a release holds. */
const EXPIRY = '36';

/**
 * One unit per box, or one for all where the cargo has none. Papers of a box stand beside those of the header; where
 * nothing names a delivery order, the number of the message is its number.
 */
export function readRelease(report: EdifactReport, context: ReportContext): ReportUnit[] {
  const order = orderOf(report, ORDERS, WORDS, context);
  return readUnits(withoutSecrets(report), context, (isEmpty) => {
    if (order === null) return 'UNMAPPED_DOCUMENT';
    return order === 'RELEASE' ? (isEmpty ? 'EMPTY_RELEASED' : 'DO_ISSUED') : (order as EventCode);
  });
}

/** A release order that is cancelled tells whoever relies on it that the boxes are not handed out. */
export function readRevocation(report: EdifactReport, context: ReportContext): ReportUnit[] {
  const units = readUnits(withoutSecrets(report), context, () => 'DO_REVOKED');
  return units.map((unit) => ({ ...unit, events: unit.events.filter(({ code }) => code === 'DO_REVOKED') }));
}

function readUnits(
  report: EdifactReport,
  context: ReportContext,
  codeOf: (isEmpty: boolean) => EventCode,
): ReportUnit[] {
  const { header, message, boxes } = report;
  const time = documentTime([], [], report, context);
  const documents = withOrderNumber(readReferences(header, message, context), report);
  const base = time && {
    time,
    transport: mainCarriageOf(report, context),
    parties: readParties(header, message, context),
  };
  if (boxes.length === 0 && documents.length > 0) {
    const events = base
      ? releaseEvents({ ...base, code: codeOf(false), documents }, null, report, context)
      : [];
    return [{ span: message.span, events }];
  }
  return boxes.map((group): ReportUnit => {
    const box = describeBox(group, documents, context, true);
    if (!box || !base) return { span: group.span, events: [] };
    const released = {
      ...base,
      code: codeOf(box.loadState === 'EMPTY'),
      documents: withPapersOf(box.documents, documents),
    };
    return { span: group.span, events: releaseEvents(released, { ...box, group }, report, context) };
  });
}

type Released = Pick<TrackingEvent, 'code' | 'time' | 'transport' | 'parties' | 'documents'>;

/** The release, and until when it holds (DTM 36). A paper's claim lists the box; an empty's release is about the box. */
function releaseEvents(
  released: Released,
  box: (DescribedBox & { readonly group: BoxGroup }) | null,
  report: EdifactReport,
  context: ReportContext,
): TrackingEvent[] {
  const { message, findInHeader, header } = report;
  const inGroup = box?.group.find ?? (() => null);
  const place =
    placeOf(PLACES, inGroup, box?.group ?? message, context) ??
    placeOf(PLACES, findInHeader, message, context);
  const isAboutBox = released.code === 'EMPTY_RELEASED' || released.documents.length === 0;
  const goods = box ? readGoods(box.group.segments).goods : [];
  const release = claim({
    ...released,
    classifier: 'ACTUAL',
    place: place?.ref ?? null,
    equipment: isAboutBox ? (box?.equipment ?? null) : null,
    contents: !isAboutBox && box?.equipment ? [box.equipment] : [],
    loadState: box?.loadState ?? null,
    quantity: box?.quantity ?? null,
    ...routeIn((tag, qualifier) => inGroup(tag, qualifier) ?? findInHeader(tag, qualifier), message, context),
    goods: goods.length > 0 ? goods : readGoods(header).goods,
    rawCode: rawCodeOf(report, box?.loadStateCode ?? null, box?.statusCode ?? null),
  });
  const expiry = inGroup('DTM', EXPIRY) ?? findInHeader('DTM', EXPIRY);
  const until =
    expiry &&
    context.placesAndTimes.time(readDateTime(expiry), expiry.read(0, 1) ?? '', place, {
      at: `${box?.group.at ?? message.at}/DTM`,
      span: expiry,
    });
  const ends =
    until &&
    claim({
      code: 'CUT_OFF',
      classifier: 'PLANNED',
      time: until,
      place: release.place,
      equipment: release.equipment,
      reason: { scheme: 'EDIFACT 2005', code: EXPIRY, text: 'Release expires' },
      rawCode: EXPIRY,
    });
  return listConsignments(release.documents).flatMap((documents) =>
    [release, ...(ends ? [ends] : [])].map((event) => ({ ...event, documents })),
  );
}

/** The order itself: `RFF+RE`, `REO`, `AAJ`, else the number of the message. */
function withOrderNumber(documents: readonly DocumentRef[], { reference }: EdifactReport): DocumentRef[] {
  const isNamed = reference === null || documents.some(({ scheme }) => scheme === 'DELIVERY_ORDER');
  if (isNamed) return [...documents];
  return [...documents, documentRef('DELIVERY_ORDER', compactNumber(reference), { declaredAs: 'BGM' })];
}
