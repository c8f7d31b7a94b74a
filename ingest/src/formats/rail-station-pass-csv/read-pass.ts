import { runKey } from 'graph-schema/domain/claim-keys';
import { claim, documentRef } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import { positionReport, type PositionReport } from 'graph-schema/domain/position';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  Attested,
  EquipmentRef,
  EventTime,
  TrackingEvent,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { stationOf, timeOf, trainOf } from '../../claims/rail-tables/rail-row.ts';
import { boxOf, noteOf, numberOf } from '../../claims/tables/cells.ts';
import { refuse, unmapped, warn, wordOf, type RowScope } from '../../claims/tables/row-scope.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';

const EVENTS = loadCodeList('rail-station-pass-csv/events');

/** What one row claims: the actual time, the planned one, and where the train was. */
export function readPass(at: RowScope): UnitOutcome {
  const place = stationOf(at, 'stationCode', 'station');
  const about = subjectOf(at);
  if (!about) {
    refuse(at, 'MISSING_FIELD', 'train', null);
    return NOTHING;
  }
  const actual = timeOf(at, 'time', place?.place ?? null);
  const planned = timeOf(at, 'plannedTime', place?.place ?? null);
  const positions = positionOf(at, about.transport, actual);
  const code = codeOf(at);
  if (!actual && !planned && !at.cell('time') && !at.cell('plannedTime'))
    refuse(at, 'MISSING_FIELD', 'time', null);
  if (!code || !place) {
    // A row with a position and no event is a plain position; with neither, something is missing.
    if (positions.length === 0 && (actual ?? planned))
      refuse(at, 'MISSING_FIELD', code ? 'station' : 'event', null);
    return { message: null, positions };
  }
  if (!namesAnything(about)) {
    refuse(at, 'MISSING_FIELD', 'departureDate', null);
    return { message: null, positions };
  }
  const attested = [
    ...(planned ? [attest(at, code, 'PLANNED', planned, place, about, !actual)] : []),
    ...(actual ? [attest(at, code, 'ACTUAL', actual, place, about, true)] : []),
  ];
  return { message: { thread: null, version: 0, attested, retraction: null }, positions };
}

interface Subject {
  readonly equipment: EquipmentRef | null;
  readonly documents: TrackingEvent['documents'];
  readonly transport: TransportRef | null;
}

/** A train number recurs every day: without its date it is no run that anybody could find. */
function namesAnything({ equipment, documents, transport }: Subject): boolean {
  return equipment !== null || documents.length > 0 || (transport !== null && runKey(transport) !== null);
}

/** With a box or a note the row is about that; with a wagon alone about the wagon; else about the train run. */
function subjectOf(at: RowScope): Subject | null {
  const transport = trainOf(at);
  const note = noteOf(at);
  const documents = note ? [documentRef('RAIL_NOTE', note, { declaredAs: '运单号' })] : [];
  const box = boxOf(at);
  if (box || note) return { equipment: box, documents, transport };
  if (!transport) return null;
  const wagon: EquipmentRef | null = transport.wagon
    ? { kind: 'WAGON', reference: transport.wagon, sizeType: null, seals: [] }
    : null;
  return { equipment: wagon, documents: [], transport };
}

function codeOf(at: RowScope): EventCode | null {
  const written = at.cell('event');
  if (!written) return null;
  const known = EVENTS.find(wordOf(written));
  if (known?.canonical) return known.canonical as EventCode;
  unmapped(at, EVENTS, 'event', written);
  return 'UNMAPPED';
}

function attest(
  at: RowScope,
  code: EventCode,
  classifier: 'PLANNED' | 'ACTUAL',
  time: EventTime,
  place: ResolvedPlace,
  about: Subject,
  isRemarked: boolean,
): Attested {
  const remark = isRemarked ? at.cell('remark') : null;
  return {
    event: claim({
      code,
      classifier,
      time,
      place: place.ref,
      ...about,
      reason: remark ? { scheme: null, code: null, text: remark } : null,
      rawCode: at.cell('event'),
    }),
    messageRef: null,
    span: at.row.span,
    recordedAt: null,
  };
}

function positionOf(at: RowScope, transport: TransportRef | null, time: EventTime | null): PositionReport[] {
  const [first, second] = at.cell('position')?.split(/[\s,，;；/]+/) ?? [];
  const longitude = first === undefined ? numberOf(at, 'longitude') : Number(first);
  const latitude = second === undefined ? numberOf(at, 'latitude') : Number(second);
  if (longitude === null && latitude === null) return [];
  const isOnEarth =
    longitude !== null && latitude !== null && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  if (!isOnEarth) {
    warn(at, 'BAD_SYNTAX', 'position', `${latitude ?? ''} ${longitude ?? ''}`);
    return [];
  }
  // Without the run or a minute there is nothing that moved at a moment; trainOf and timeOf have said why.
  if (!transport?.train || !transport.departureDate || time?.precision !== 'MINUTE') return [];
  return [
    positionReport({
      subject: `TRAIN_RUN:${transport.train}@${transport.departureDate}`,
      at: time.instant,
      latitude,
      longitude,
    }),
  ];
}
