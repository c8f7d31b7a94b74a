import { claim, transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  DocumentRef,
  EventTime,
  PartyRef,
  TrackingEvent,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { parseAarCar } from 'graph-schema/codes/aar-car';
import { readEquipment, readN7, type WrittenEquipment } from '../../claims/x12/equipment.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { meaningsOf, type StatusMeaning } from '../../claims/x12/meaning.ts';
import { readParties } from '../../claims/x12/parties.ts';
import { findReference, listConsignments, readReferences, withPapers } from '../../claims/x12/references.ts';
import { readDate, readRoute, routeEvents, type Route } from '../../claims/x12/route.ts';
import { emptyUnit, sentTime, type X12Unit } from '../../claims/x12/set-reader.ts';
import { readShip } from '../../claims/x12/vessel.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const STATUSES = loadCodeList('x12/status-157');
const EVENTS = loadCodeList('x12/rail-event-304');
const LOAD_STATES = loadCodeList('x12/load-578');
/** Segments after N7 in which its dates are looked for. */
const MOST_DATES = 40;
/** Where a status is told without Q5, ZC1 has it at these elements. */
const ELEMENTS = {
  Q5: { code: 1, date: 2, time: 3, zone: 4 },
  ZC1: { code: 4, date: 5, time: 6, zone: 99 },
} as const;

/** A status, and what is said once for all boxes that it happened to. */
interface Activity {
  readonly at: string;
  readonly code: string;
  readonly meanings: readonly StatusMeaning[];
  readonly time: EventTime | null;
  readonly place: ResolvedPlace | null;
  readonly route: Route;
  /** By consignment. */
  readonly papers: readonly (readonly DocumentRef[])[];
  readonly parties: readonly PartyRef[];
  /** When the set was made. */
  readonly sent: EventTime | null;
  /** What follows Q5 but does not speak of one box. */
  readonly common: readonly X12Segment[];
}

/**
 * Terminal operations and intermodal ramp activity: a status, the boxes that it happened to, and what holds for all.
 *
 *   [ZC1] { Q5 * status * date * time * zone * reason * city * state * country
 *           { N7 { DTM } { M7 } [W2] [NA] } { R4 { DTM } } { N1 } { N9 } }
 *
 * Depots also write the boxes before the one status that they are told with.
 */
export function readRampActivity(set: X12Set, context: X12Context): X12Unit[] {
  const tag = findTag(set.segments, 'Q5') ? 'Q5' : 'ZC1';
  const sent = sentTime(set, context);
  const { head, loops: activities } = splitLoops(set.segments, tag);
  const before = splitLoops(head, 'N7').loops;
  return activities.flatMap((loop, index) => {
    const at = `${set.at}/${tag}[${index + 1}]`;
    const { loops } = splitLoops(loop.segments, 'N7');
    const boxes = loops.length > 0 ? loops : index === 0 && before.length > 0 ? before : [zc1Box(loop)];
    const activity = readActivity(loop, boxes.length > 1, ELEMENTS[tag], at, sent, context);
    return boxes.map((box, n) =>
      activity ? readBox(box, activity, `${at}/N7[${n + 1}]`, context) : emptyUnit(box.span),
    );
  });
}

/** ZC1 names a box of its own where no N7 follows; Q5 does not. */
function zc1Box({ segments, span, first }: X12Loop): X12Loop {
  return { first: findTag(segments, 'ZC1') ?? first, segments, span };
}

const NO_NUMBER: WrittenEquipment = { initial: null, number: null };

function zc1Number(zc1: X12Segment): WrittenEquipment {
  return { initial: zc1.read(2), number: zc1.read(3) };
}

function readActivity(
  loop: X12Loop,
  isShared: boolean,
  elements: (typeof ELEMENTS)['Q5' | 'ZC1'],
  at: string,
  sent: EventTime | null,
  context: X12Context,
): Activity | null {
  const { first, segments, span } = loop;
  const code = first.code(elements.code);
  if (code === null) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'status (Q501)', span);
    return null;
  }
  const where = { at, span: first };
  const route = readRoute(segments, at, sent, context);
  const city =
    first.tag === 'Q5' ? { name: first.read(6), state: first.code(7), country: first.code(8) } : {};
  const place = route.activity ?? context.placesAndTimes.place(city, where);
  const [date, time, zone] = [
    first.read(elements.date),
    first.read(elements.time),
    first.code(elements.zone),
  ];
  if (date === null) context.findings.add('MISSING_FIELD', 'ERROR', at, 'date (Q502)', span);
  const common = segments.filter(({ tag }) => tag === 'N9' || tag === 'N1' || tag === 'V1' || tag === 'NA');
  const scac = findReference(common, 'SCAC', 'OCEAN');
  const papers = listConsignments(readReferences(common, 'OCEAN', scac, at, context));
  // Several bills for several boxes do not tell which box is whose.
  if (isShared && papers.length > 1)
    context.findings.add('UNSUPPORTED', 'WARNING', at, 'several bills for several boxes', span);
  return {
    at,
    code,
    meanings: meaningsOf([STATUSES, EVENTS], code, where, context.findings),
    time: date === null ? null : context.placesAndTimes.time({ date, time, zone }, place, where),
    place,
    route,
    sent,
    papers: isShared && papers.length > 1 ? [[]] : papers,
    parties: readParties(common, at, context),
    common,
  };
}

function readBox(box: X12Loop, activity: Activity, at: string, context: X12Context): X12Unit {
  const { first, segments, span } = box;
  const { time, meanings, common, route, place, papers, parties } = activity;
  if (!time) return emptyUnit(span);
  const written =
    first.tag === 'N7' ? readN7(first, segments) : first.tag === 'ZC1' ? zc1Number(first) : NO_NUMBER;
  const equipment = readEquipment(written, { at, span: first }, context);
  if (!equipment) return emptyUnit(span);
  const status = findTag(segments, 'W2')?.code(5) ?? null;
  const loadState = (status && LOAD_STATES.find(status)?.canonical) as TrackingEvent['loadState'];
  const from = route.from?.ref ?? null;
  const to = route.to?.ref ?? null;
  const base = { equipment, from, to, parties, rawCode: activity.code };
  const moves = meanings.map(({ code, classifier, mode, reason, loadState: said }) =>
    claim({
      ...base,
      code,
      classifier,
      time,
      place: place?.ref ?? null,
      loadState: said ?? loadState ?? null,
      transport: meansOf(mode, common, at, context),
      reason,
    }),
  );
  const dated = planned(box, activity, at, context).map((one) => claim({ ...base, ...one }));
  const rest = routeEvents(route, { equipment, transport: null, rawCode: activity.code, except: moves });
  return {
    events: withPapers(papers, moves, [...dated, ...rest]),
    span,
    hasNoContent: meanings.length === 0,
  };
}

/** What carries it: a ship by V1, a train by the car that NA names. */
function meansOf(
  mode: TransportRef['mode'] | null,
  common: readonly X12Segment[],
  at: string,
  context: X12Context,
): TransportRef | null {
  if (mode === null) return null;
  if (mode === 'VESSEL') return readShip(findTag(common, 'V1'), at, context) ?? transport({ mode });
  const na = mode === 'RAIL' ? findTag(common, 'NA') : null;
  const car = na && parseAarCar(`${na.read(3) ?? ''}${na.read(4) ?? ''}`);
  return transport({ mode, wagon: car?.ok ? car.value : null });
}

/** DTM after N7 and before the places: when it is expected where it goes to. */
function planned(
  box: X12Loop,
  { route: { to }, sent }: Activity,
  at: string,
  context: X12Context,
): Pick<TrackingEvent, 'code' | 'classifier' | 'time' | 'place'>[] {
  const { head } = splitLoops(box.segments, 'R4');
  return head.slice(0, MOST_DATES).flatMap((segment) => {
    const dated = segment.tag === 'DTM' ? readDate(segment, to, at, sent, context) : null;
    if (!dated?.code) return [];
    return [{ code: dated.code, classifier: dated.classifier, time: dated.time, place: to?.ref ?? null }];
  });
}
