import { claim } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { DocumentRef, EventTime, PartyRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import { listConsignments, withPapersOf } from '../../claims/edifact/consignments.ts';
import { readGoods, totalOf } from '../../claims/edifact/goods.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { mappedStamp } from '../../claims/edifact/mapped-stamp.ts';
import type { MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';
import { readParties } from '../../claims/edifact/party.ts';
import { placeOf, routeIn } from '../../claims/edifact/places.ts';
import {
  cutGroups,
  findIn,
  readDateTime,
  type FindSegment,
  type SegmentGroup,
} from '../../claims/edifact/segments.ts';
import type { StatusMeaning } from '../../claims/x12/meaning.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { readBoxes, type ReportedBox } from './boxes.ts';
import { legTransport, readLegs, type Leg } from '../../claims/edifact/legs.ts';
import { readWrittenStatus, statusMeanings, type WrittenStatus } from './status-meaning.ts';

/** What stands above a status. */
export interface Reported {
  readonly head: MessageHead;
  readonly context: EdifactContext;
  readonly parties: readonly PartyRef[];
  /** With those of the status itself. */
  readonly documents: readonly DocumentRef[];
  readonly header: readonly EdifactSegment[];
  readonly consignment: readonly EdifactSegment[];
}

const DATES = loadCodeList('edifact-iftsta/dtm-2005');
const TIMES = DATES.rows.filter(({ canonical }) => canonical === 'EVENT_TIME').map(({ code }) => code);
const PLACES = ['175', '165', '14', '5', '8'];
/** Each box of a status takes part in each of its legs; the standard has nine at most. */
const MOST_LEGS = 20;

/**
 *   STS [RFF] [DTM] [DOC] [FTX] [NAD] [LOC] { TDT [DTM] [RFF] { LOC [DTM] } } { EQD [MEA] [SEL] [RFF] } { GID [FTX] [MEA] [SGP] }
 *
 * The status of each box named with it, else of the consignment; beside it what the legs say of departures and arrivals.
 */
export function readStatus(group: SegmentGroup, where: Where, reported: Reported): MessageUnit {
  const { context, documents } = reported;
  const { at, span } = where;
  const [sts, ...rest] = group;
  const status = readWrittenStatus(sts);
  if (status.isMarket) {
    context.findings.addOnce('UNSUPPORTED', 'INFO', at, `category ${status.category ?? ''}`, sts);
    return { events: [], span, hasNoContent: true };
  }
  const { head: own, groups } = cutGroups(rest, ['TDT', 'EQD', 'GID']);
  const told = readLegs(groups, DATES, at, context);
  const legs = told.slice(0, MOST_LEGS);
  if (told.length > legs.length)
    context.findings.addOnce('TOO_LARGE', 'ERROR', `${at}/TDT`, `> ${MOST_LEGS}`, span);
  const boxes = readBoxes(groups, [own, reported.consignment, reported.header], at, context);
  const subjects = boxes.length > 0 ? boxes : [null];
  if (boxes.length === 0 && documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'box or paper', span);
    return { events: [], span };
  }
  const events = statusEvents(status, sts, own, legs, groups, where, reported);
  const all =
    events &&
    subjects.flatMap((box) => claimsOf(box, [...events, ...legs.flatMap((leg) => leg.calls())], documents));
  const hasNoContent = events !== null && all?.length === 0;
  return { events: all ?? [], span, hasNoContent };
}

function claimsOf(
  box: ReportedBox | null,
  events: readonly TrackingEvent[],
  documents: readonly DocumentRef[],
): TrackingEvent[] {
  const papers = withPapersOf(box?.documents ?? [], documents);
  return listConsignments(papers).flatMap((consignment) =>
    events.map((event) => ({
      ...event,
      documents: consignment,
      equipment: box?.equipment ?? null,
      loadState: event.loadState ?? box?.loadState ?? null,
      quantity: box?.quantity ?? event.quantity,
    })),
  );
}

/** Null with a finding: the status says neither what nor when. Empty: the list says that it is nothing for a journey. */
function statusEvents(
  status: WrittenStatus,
  sts: EdifactSegment,
  own: readonly EdifactSegment[],
  legs: readonly Leg[],
  groups: readonly SegmentGroup[],
  where: Where,
  { context, parties, head }: Reported,
): TrackingEvent[] | null {
  const find = findIn(own);
  if (status.code === null) {
    context.findings.add('MISSING_FIELD', 'ERROR', where.at, 'status (4405)', sts);
    return null;
  }
  const meanings = statusMeanings(status, { at: where.at, span: sts }, context.findings);
  const place = placeOf(PLACES, find, where, context);
  if (!place && meanings.length > 0)
    context.findings.addOnce('MISSING_FIELD', 'WARNING', where.at, 'place of the status', sts);
  const time = timeOf(find, own, place, where, context);
  if (!time) return null;
  const items = groups.filter(([first]) => first.tag === 'GID').map((item) => readGoods(item));
  const inLegs = findIn(legs.flatMap(({ segments }) => segments));
  const base = claim({
    code: 'UNMAPPED',
    classifier: 'ACTUAL',
    time,
    place: place?.ref ?? null,
    ...routeIn((tag, qualifier) => find(tag, qualifier) ?? inLegs(tag, qualifier), where, context),
    quantity: totalOf(items),
    goods: items.flatMap(({ goods }) => goods),
    parties: [...parties, ...readParties(own, where, context)],
    rawCode: rawCodeOf(status, head),
  });
  const isAhead = liesAhead(time, head, context);
  if (isAhead) context.findings.add('BAD_TIME', 'WARNING', where.at, `${time.local} after the message`, sts);
  return meanings.map((meaning) => {
    const fields = meaningFields(meaning, legs);
    return {
      ...base,
      ...fields,
      classifier: isAhead && fields.classifier === 'ACTUAL' ? 'ESTIMATED' : fields.classifier,
    };
  });
}

/** Hours by which clocks of two zones, and of careless senders, may differ. */
const SLACK_MS = 26 * 3_600_000;

/** Nothing has happened after it was reported: such a status tells what is expected. */
function liesAhead(time: EventTime, { recordedAt }: MessageHead, { receivedAt }: EdifactContext): boolean {
  return Date.parse(time.instant) > Date.parse(recordedAt ?? receivedAt) + SLACK_MS;
}

function meaningFields(
  { code, classifier, mode, loadState, reason }: StatusMeaning,
  legs: readonly Leg[],
): Pick<TrackingEvent, 'code' | 'classifier' | 'loadState' | 'reason' | 'transport'> {
  return { code, classifier, loadState, reason, transport: legTransport(legs, mode) };
}

/** `1+29`, with the words of the sender where it writes some: `1+P Rail departed`. */
function rawCodeOf({ category, code, text }: WrittenStatus, { code: bgm }: MessageHead): string {
  const coded = `${category ?? bgm ?? ''}+${code ?? ''}`;
  return text === null ? coded : `${coded} ${text}`;
}

function timeOf(
  find: FindSegment,
  own: readonly EdifactSegment[],
  place: ResolvedPlace | null,
  { at, span }: Where,
  { placesAndTimes, findings }: EdifactContext,
): EventTime | null {
  const listed = TIMES.flatMap((qualifier) => find('DTM', qualifier) ?? [])[0];
  const segment = listed ?? mappedStamp(DATES, 'EVENT_TIME', own, at, findings);
  if (segment) {
    const where = { at: `${at}/DTM`, span: segment };
    return placesAndTimes.time(readDateTime(segment), segment.read(0, 1) ?? '', place, where);
  }
  findings.add('MISSING_FIELD', 'ERROR', at, 'time of the status', span);
  return null;
}
