import { claim, transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EquipmentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readEquipment } from '../../claims/x12/equipment.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { findTag, splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { meaningsOf, type StatusMeaning } from '../../claims/x12/meaning.ts';
import type { WrittenPlace } from '../../claims/x12/place-and-time.ts';
import {
  allReferences,
  findReference,
  listConsignments,
  readReferences,
  withPapers,
} from '../../claims/x12/references.ts';
import { readRoute, routeEvents, type Route } from '../../claims/x12/route.ts';
import { sentTime, type X12Unit } from '../../claims/x12/set-reader.ts';
import { readShip } from '../../claims/x12/vessel.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const STATUSES = loadCodeList('x12/status-157');
const EVENTS = loadCodeList('x12/rail-event-304');
const LOAD_STATES = loadCodeList('x12/load-578');

/**
 * Status details (ocean). One B4 is one status of one box, with all that follows it.
 *
 *   B4 * * * 157 status * date * time * place * 206 initial * 207 number * 578 load * 24 type * 310 place * 309 qualifier * 761 check
 *   { N9 } [Q2] [SG] { R4 { DTM } [V9] }
 */
export function readOceanStatus(set: X12Set, context: X12Context): X12Unit[] {
  const { loops } = splitLoops(set.segments, 'B4');
  const sent = sentTime(set, context);
  return loops.map((loop, index) => readStatus(loop, `${set.at}/B4[${index + 1}]`, sent, context));
}

function readStatus(loop: X12Loop, at: string, sent: EventTime | null, context: X12Context): X12Unit {
  const { span, segments: own } = loop;
  const where = { at, span };
  const code = loop.first.code(3);
  if (code === null) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'status (B403)', span);
    return { events: [], span };
  }
  const meanings = meaningsOf([STATUSES, EVENTS], code, where, context.findings);
  const route = readRoute(own, at, sent, context);
  const equipment = boxOf(loop.first, own, at, context);
  const hasBox = loop.first.read(8) !== null || equipment !== null;
  const scac = findReference(own, 'SCAC', 'OCEAN');
  const papers = listConsignments(readReferences(own, 'OCEAN', scac, at, context));
  const named = papers.some((documents) => documents.length > 0);
  if (!equipment && (hasBox || !named)) {
    if (!hasBox) context.findings.add('MISSING_FIELD', 'ERROR', at, 'container, bill or booking', span);
    return { events: [], span };
  }
  const place = placeOf(loop.first, route, at, context);
  const time = timeOf(loop, place, at, context);
  if (!time) return { events: [], span };
  const facts = { time, place, equipment, loop, own, route };
  const events = meanings.map((meaning) => eventOf(meaning, facts, at, context));
  const ship = shipOf(own, at, context);
  const planned = routeEvents(route, { equipment, transport: ship, rawCode: null, except: events });
  // Of several bills without a box, the places do not say whose they are.
  const all = withPapers(papers, events, equipment || papers.length === 1 ? planned : []);
  return { events: all, span, hasNoContent: meanings.length === 0 };
}

interface StatusFacts {
  readonly time: EventTime;
  readonly place: ResolvedPlace | null;
  readonly equipment: EquipmentRef | null;
  readonly loop: X12Loop;
  readonly own: readonly X12Segment[];
  readonly route: Route;
}

function eventOf(
  { code, classifier, mode, loadState, reason }: StatusMeaning,
  { time, place, equipment, loop, own, route }: StatusFacts,
  at: string,
  context: X12Context,
): TrackingEvent {
  const status = loop.first.code(9);
  const row = status === null ? null : LOAD_STATES.find(status);
  if (status !== null && !row) context.findings.unmapped(LOAD_STATES, status, at, loop.first);
  const ship = mode === 'VESSEL' || mode === 'BARGE' ? shipOf(own, at, context) : null;
  return claim({
    code,
    classifier,
    time,
    place: place?.ref ?? null,
    equipment,
    loadState: loadState ?? (row?.canonical as TrackingEvent['loadState']) ?? null,
    transport: ship ? { ...ship, mode: mode ?? ship.mode } : mode && transport({ mode }),
    from: route.from?.ref ?? null,
    to: route.to?.ref ?? null,
    reason,
    rawCode: loop.first.code(3),
  });
}

/** Q2, else the vessel and voyage that references name. */
function shipOf(own: readonly X12Segment[], at: string, context: X12Context): TrackingEvent['transport'] {
  const ship = readShip(findTag(own, 'Q2') ?? findTag(own, 'V1'), at, context);
  const name = findReference(own, 'VESSEL_NAME', 'OCEAN');
  const voyage = findReference(own, 'VOYAGE', 'OCEAN');
  if (ship) return { ...ship, vesselName: ship.vesselName ?? name, voyage: ship.voyage ?? voyage };
  return (name ?? voyage) ? transport({ mode: 'VESSEL', vesselName: name, voyage }) : null;
}

/** The box of B4, else that of `N9*EQ`; null when the status is of a bill. */
function boxOf(
  b4: X12Segment,
  own: readonly X12Segment[],
  at: string,
  context: X12Context,
): EquipmentRef | null {
  const seals = allReferences(own, 'SEAL', 'OCEAN');
  const other = findReference(own, 'EQUIPMENT', 'OCEAN');
  const number = b4.read(8);
  const written =
    number !== null
      ? { initial: b4.read(7), number, checkDigit: b4.read(13), sizeType: b4.read(10), seals }
      : other !== null && { initial: null, number: other, sizeType: b4.read(10), seals };
  return written ? readEquipment(written, { at, span: b4 }, context) : null;
}

/** B411 and B412, else the activity place among R4, else what B406 says. */
function placeOf(b4: X12Segment, route: Route, at: string, context: X12Context): ResolvedPlace | null {
  const code = b4.code(11);
  const qualifier = b4.code(12);
  const isCity = qualifier === 'CI' || qualifier === 'CY';
  const coded: WrittenPlace | null =
    code === null ? null : isCity ? { name: code } : { qualifier: qualifier ?? listOf(code), code };
  const where = { at, span: b4 };
  const terminal = route.activity?.ref.facility?.code ?? null;
  if (coded && !isCity) return context.placesAndTimes.place({ ...coded, terminal }, where);
  if (route.activity) return route.activity;
  return context.placesAndTimes.place(coded ?? barePlace(b4.read(6)), where);
}

/** B406 is an..5 by the book: a code of no stated list; longer text is a name. */
function barePlace(text: string | null): WrittenPlace {
  const code = text?.toUpperCase() ?? null;
  return code !== null && /^[A-Z0-9]{3,5}$/.test(code) ? { qualifier: listOf(code), code } : { name: text };
}

/** Digits alone are of the US Census: five are a foreign port (Schedule K), four one of the United States (D). */
function listOf(code: string): 'D' | 'K' | null {
  if (/^\d{5}$/.test(code)) return 'K';
  return /^\d{4}$/.test(code) ? 'D' : null;
}

/** B404 and B405, on the clock that the DTM of the activity place names; without them the date of the status segment. */
function timeOf(
  loop: X12Loop,
  place: ResolvedPlace | null,
  at: string,
  context: X12Context,
): EventTime | null {
  const b4 = loop.first;
  const sg = findTag(loop.segments, 'SG');
  const of = b4.read(4) !== null ? b4 : sg;
  const date = of?.read(4) ?? null;
  if (!of || date === null) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'time of the event (B404)', loop.span);
    return null;
  }
  const same = loop.segments.find(
    (segment) => segment.tag === 'DTM' && segment.read(2) === date && isSameTime(segment.read(3), of.read(5)),
  );
  const zone = of === sg ? sg.code(6) : (same?.code(4) ?? null);
  return context.placesAndTimes.time({ date, time: of.read(5), zone }, place, { at, span: of });
}

function isSameTime(a: string | null, b: string | null): boolean {
  return a?.slice(0, 4) === b?.slice(0, 4);
}
