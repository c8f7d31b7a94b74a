import { parseAarCar } from 'graph-schema/codes/aar-car';
import { claim, party, transport } from 'graph-schema/domain/claim';
import { nearestYear } from 'graph-schema/domain/event-time';
import type { Interpretation } from 'graph-schema/domain/message';
import type { Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext } from '../../claims/claim-context.ts';
import { readEquipment } from '../../claims/x12/equipment.ts';
import { meaningsOf } from '../../claims/x12/meaning.ts';
import { X12PlacesAndTimes } from '../../claims/x12/place-and-time.ts';
import { scanWhole } from '../../syntax/byte-scanner.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { LineScanner } from '../../syntax/lines.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { readSighting, type Sighting } from './record.ts';

const CODES = loadCodeList('aar-clm/sight-codes');
const ZONES = loadCodeList('aar-clm/time-zones');
const BAD_ORDERS = loadCodeList('aar-clm/bad-order-codes');
/** Rules and headings of a report. */
const FURNITURE = /^[\s\-=_*|]+$|^\s{0,20}(?:EQUIPMENT|EQPT|INIT)\s.{0,60}(?:LOCATION|NUMBER|ST MM DD)\b/i;

/** Beyond this a line is no record, and only its beginning is quoted. */
const LONGEST_LINE = 400;

type ClmContext = ClaimContext & {
  readonly receivedAt: string;
  readonly placesAndTimes: X12PlacesAndTimes;
  readonly seen: Set<string>;
};

/** Every line is one sighting of a car, trailer or container. */
export function readCarLocations(
  bytes: Uint8Array,
  { source, places, receivedAt }: ReadContext,
): Interpretation {
  const findings = collectFindings();
  const claims: ClaimContext = { source, places, findings };
  const placesAndTimes = new X12PlacesAndTimes(claims);
  const context = { ...claims, receivedAt, placesAndTimes, seen: new Set<string>() };
  const outcomes: UnitOutcome[] = [];
  for (const { text, number, start, end } of scanWhole(new LineScanner(LONGEST_LINE), bytes))
    if (text.trim() !== '')
      outcomes.push(readLine(text, { at: `line ${number}`, span: { start, end } }, context));
  if (outcomes.length === 0) findings.add('EMPTY_MESSAGE', 'ERROR', 'file', null, null);
  return interpretUnits(outcomes, findings);
}

interface Line {
  readonly at: string;
  readonly span: { readonly start: number; readonly end: number };
}

function readLine(line: string, where: Line, context: ClmContext): UnitOutcome {
  const sighting = readSighting(line);
  if (!sighting) {
    if (FURNITURE.test(line) && line.length < 200) return { message: null, hasNoContent: true };
    context.findings.add('BAD_SYNTAX', 'ERROR', where.at, line, where.span);
    return NOTHING;
  }
  // Reports of a day repeat what the report before them had.
  if (context.seen.has(line))
    context.findings.add('BAD_ENVELOPE', 'INFO', where.at, 'the sighting stands twice', where.span);
  context.seen.add(line);
  const events = eventsOf(sighting, where, context);
  if (!events) return NOTHING;
  const attested = events.map((event) => ({ event, messageRef: null, span: where.span, recordedAt: null }));
  const message = { thread: null, version: 0, attested, retraction: null };
  return { message, hasNoContent: events.length === 0 };
}

/** Null when the line cannot be taken; the finding that says why has been added. */
function eventsOf(sighting: Sighting, where: Line, context: ClmContext): readonly TrackingEvent[] | null {
  const { initial, number, code, load, road, flatCar } = sighting;
  const equipment = readEquipment({ initial, number }, where, context, 'WAGON');
  const place = context.placesAndTimes.place({ name: sighting.location, state: sighting.state }, where);
  const { destination, destinationState } = sighting;
  const to =
    destination === null
      ? null
      : context.placesAndTimes.place({ name: destination, state: destinationState }, where);
  const time = timeOf(sighting, place, where, context);
  if (!equipment || !time) return null;
  const car = flatCar === null ? null : parseAarCar(flatCar);
  const own = equipment.kind === 'WAGON' ? equipment.reference : null;
  const meanings = meaningsOf([CODES], code, where, context.findings);
  return meanings.map(({ code: event, classifier, reason }) =>
    claim({
      code: event,
      classifier,
      time,
      place: place?.ref ?? null,
      equipment,
      loadState: load === 'L' ? 'FULL' : 'EMPTY',
      transport: transport({
        mode: 'RAIL',
        // The number without its day: which run it was is not said.
        train: reason ? null : sighting.train,
        wagon: car?.ok ? car.value : own,
      }),
      to: to?.ref ?? null,
      reason: reason && withField(reason, sighting),
      parties: [party('CARRIER', { id: { scheme: 'SCAC', code: road } })],
      rawCode: code,
    }),
  );
}

/** Under bad orders the train field has a code and the hours until repair, under holds a code. */
function withField(reason: Reason, { train, code }: Sighting): Reason {
  if (train === null) return reason;
  const row = code === 'H' ? null : BAD_ORDERS.find(train.charAt(0));
  return { ...reason, text: [reason.text, row?.meaning, train].filter(Boolean).join(': ') };
}

/** The year is left out: it is the one nearest to the receipt. */
function timeOf(
  { month, day, zone, time }: Sighting,
  place: ReturnType<X12PlacesAndTimes['place']>,
  where: Line,
  context: ClmContext,
) {
  const year = nearestYear(month, day, context.receivedAt);
  const ofYear = `${month}`.padStart(2, '0') + `${day}`.padStart(2, '0');
  // A day that no near year has is refused as it was written.
  const date = year === null ? ofYear : `${year}${ofYear}`;
  const row = zone === null ? null : ZONES.find(zone);
  if (zone !== null && !row) context.findings.unmapped(ZONES, zone, where.at, where.span);
  return context.placesAndTimes.zonedTime({ date, time }, row?.canonical ?? null, place, where);
}
