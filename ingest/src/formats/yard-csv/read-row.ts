import { claim, transport } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import { resolveLocode, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  Attested,
  EventTime,
  LoadState,
  Reason,
  TrackingEvent,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import { boxOf, numberOf } from '../../claims/tables/cells.ts';
import { rowScope, type TableLayout } from '../../claims/tables/layout.ts';
import { documentsOf } from '../../claims/tables/row-documents.ts';
import { placeNamed, terminalAt } from '../../claims/tables/row-place.ts';
import { refuse, unmapped, wordOf, type RowScope } from '../../claims/tables/row-scope.ts';
import { dateAndClock, isAssumed, readTableClock, timeAt } from '../../claims/tables/row-time.ts';
import type { TableContext } from '../../claims/tables/table-family.ts';
import { withDamages } from '../../claims/ports/damage.ts';
import { readVessel } from '../../claims/ports/vessel.ts';
import type { TableRow } from '../../syntax/table-row.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';

const MOVES = loadCodeList('yard-csv/moves');
const WAYS = loadCodeList('yard-csv/ways');
const LOAD_STATES = loadCodeList('cn-ports/load-states');
const DIRECTIONS = loadCodeList('yard-csv/directions');

/** One box: how it came, what was done with it, how it left, and that it was counted where it stands. */
export function readYardRow(row: TableRow, layout: TableLayout, context: TableContext): UnitOutcome {
  const at = rowScope(row, layout, context);
  const equipment = boxOf(at);
  if (!equipment) {
    refuse(at, 'MISSING_FIELD', 'container', null);
    return NOTHING;
  }
  const yard = yardOf(at);
  const told = toldOf(at, yard, layout.dateFormats, context);
  if (told.events.length === 0) {
    if (!told.hasFailed) refuse(at, 'MISSING_FIELD', 'time', null);
    return NOTHING;
  }
  const grossKg = numberOf(at, 'grossKg');
  const shared = {
    classifier: 'ACTUAL',
    place: yard?.ref ?? null,
    equipment,
    loadState: loadStateOf(at, layout) ?? stateOfMove(at),
    documents: documentsOf(at),
    quantity: grossKg ? { pieces: null, grossKg, ofPieces: null } : null,
  } as const;
  const events = told.events.map((event) => claim({ ...shared, ...event }));
  // Damages are those of the newest look at the box.
  const noted = [...events.slice(0, -1), ...withDamages(events.slice(-1), damagesOf(at))];
  const attested = noted.map((event): Attested => {
    return { event, messageRef: null, span: row.span, recordedAt: told.recordedAt };
  });
  return { message: { thread: null, version: 0, attested, retraction: null } };
}

type Told = Pick<TrackingEvent, 'code' | 'time' | 'transport' | 'reason' | 'rawCode'>;

function toldOf(
  at: RowScope,
  yard: ResolvedPlace | null,
  dateFormats: readonly string[],
  { receivedAt }: TableContext,
): { readonly events: readonly Told[]; readonly hasFailed: boolean; readonly recordedAt: string | null } {
  let hasFailed = false;
  const reads = (text: string): boolean => readTableClock(text, dateFormats, receivedAt) !== null;
  const timeOf = (field: string): EventTime | null => {
    const cell = at.cell(field);
    if (!cell) return null;
    const day = field === 'time' ? at.cell('date') : null;
    const both = day ? dateAndClock(day, cell, reads) : cell;
    // Beside a date `11.04` is a time of day; what has a date of its own needs no other.
    const written = reads(both) || !reads(cell) ? both : cell;
    const clock = readTableClock(written, dateFormats, receivedAt);
    const time = clock && timeAt(clock, yard?.place ?? null, at);
    if (time) {
      if (isAssumed(time, yard)) assumeZone(at, field, yard);
      return time;
    }
    hasFailed = true;
    refuse(at, 'BAD_TIME', field, written);
    return null;
  };
  const [came, left, done, counted] = [timeOf('inTime'), timeOf('outTime'), timeOf('time'), timeOf('asOf')];
  const events: Told[] = [];
  if (came) events.push({ ...passage(at, 'inWay', 0), time: came, reason: null });
  if (done && at.cell('move')) events.push({ ...moved(at), time: done });
  if (left) events.push({ ...passage(at, 'outWay', 1), time: left, reason: null });
  // A count says where the box stood; without its own time it is as of the only time that the row has.
  const seen = counted ?? (at.cell('move') ? null : done);
  if (seen && !left)
    events.push({ code: 'DETECTED', time: seen, transport: null, reason: slotOf(at), rawCode: null });
  return { events, hasFailed, recordedAt: counted?.instant ?? null };
}

/** Thousands of boxes stand in one yard: said once. */
function assumeZone({ findings, row, label }: RowScope, field: string, yard: ResolvedPlace | null): void {
  findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${row.at}/${label(field)}`, yard?.ref.raw ?? null, row.span);
}

/** In through the gate, unless the table says that it came by ship or train. */
function passage(
  at: RowScope,
  field: 'inWay' | 'outWay',
  end: 0 | 1,
): Pick<Told, 'code' | 'transport' | 'rawCode'> {
  const written = at.cell(field);
  const way = written === null ? null : known(at, WAYS, field, written);
  const code = (way ?? 'GATED_IN:GATED_OUT').split(':')[end] as EventCode;
  return { code, transport: transportOf(at, code), rawCode: written };
}

function moved(at: RowScope): Pick<Told, 'code' | 'transport' | 'reason' | 'rawCode'> {
  const written = at.cell('move') ?? '';
  const [code = 'UNMAPPED'] = (known(at, MOVES, 'move', written)?.split(':') ?? []) as EventCode[];
  return { code, transport: transportOf(at, code), reason: slotOf(at), rawCode: written };
}

/** 还空, 提重: some words say what is in the box. */
function stateOfMove(at: RowScope): LoadState | null {
  const written = at.cell('move');
  const [, state = null] = (written && MOVES.find(wordOf(written))?.canonical?.split(':')) || [];
  return state as LoadState | null;
}

function known(at: RowScope, list: CodeList, field: string, written: string): string | null {
  const canonical = list.find(wordOf(written))?.canonical ?? null;
  if (canonical === null) unmapped(at, list, field, written);
  return canonical;
}

/** At the gate a truck carries it, at the quay a ship. */
function transportOf(at: RowScope, code: EventCode): TransportRef | null {
  const isGate = code === 'GATED_IN' || code === 'GATED_OUT';
  const plate = at.cell('plate');
  if (isGate) return plate ? transport({ mode: 'TRUCK', plate: wordOf(plate).replace(/[\s·•]/g, '') }) : null;
  if (code !== 'LOADED' && code !== 'DISCHARGED') return null;
  const where = { at: at.row.at, span: at.row.span };
  const [name, voyage] = [at.cell('vessel'), at.cell('voyage')];
  return readVessel({ mode: 'VESSEL', identity: null, isCallSign: false, name, voyage }, where, at);
}

/** `A1203 → B0411`, `堆存 12 天`, and what the sender remarks. */
function slotOf(at: RowScope): Reason | null {
  const slot = at.cell('slot') ?? at.cell('position');
  const [from, days] = [at.cell('fromSlot'), at.cell('days')];
  const way = from && slot ? `${from} → ${slot}` : null;
  const text =
    [way, days ? `堆存 ${days} 天` : null, at.cell('remark')].filter((part) => part).join('；') || null;
  return slot || text ? { scheme: '场箱位', code: slot, text } : null;
}

/**
 * The yard by the sender's code or its Chinese name (北仑三期), in the port that the row or the sender's aliases name. Where the
 * row names no port, the yard's name is asked for the place.
 */
function yardOf(at: RowScope): ResolvedPlace | null {
  const yard = at.cell('yard');
  const port = at.cell('port');
  const written = port ?? yard;
  if (!written) return null;
  const found = placeNamed(written, null, at);
  const unLocode = found?.ref.unLocode ?? null;
  // A yard that is called by the name of its port or terminal is no yard besides.
  const isName = !port && at.places.findNamed(written).length > 0;
  if (found && (found.place?.kind === 'TERMINAL' || !yard || isName)) return found;
  if (found && yard && unLocode !== null) return terminalAt(unLocode, yard, at);
  const facility = yard ? ({ scheme: 'LOCAL', code: wordOf(yard) } as const) : null;
  if (found) return { ...found, ref: { ...found.ref, facility } };
  at.findings.addOnce(
    'UNKNOWN_PLACE',
    'WARNING',
    `${at.row.at}/${at.label(port ? 'port' : 'yard')}`,
    written,
    at.row.span,
  );
  return resolveLocode(written, facility, at.places, {});
}

/**
 * Of all cells this one means what it says where it says 空: nothing is in the box. A status may say it too, or the direction
 * of trade, which says nothing of the box; beside a column of load states it need say neither.
 */
function loadStateOf(at: RowScope, { fields }: TableLayout): LoadState | null {
  const writtenIn = (field: string): string | null => {
    const column = fields.get(field);
    return (column === undefined ? null : at.row.cells[column]) || null;
  };
  const own = writtenIn('loadState');
  if (own) return known(at, LOAD_STATES, 'loadState', own) as LoadState | null;
  const status = writtenIn('status');
  if (!status || DIRECTIONS.find(wordOf(status))) return null;
  const state = fields.has('loadState')
    ? LOAD_STATES.find(wordOf(status))?.canonical
    : known(at, LOAD_STATES, 'status', status);
  return (state ?? null) as LoadState | null;
}

function damagesOf(at: RowScope): Reason[] {
  const written = at.cell('damage');
  const parts = written
    ?.split(/[,，;；、/|]+/)
    .filter((part) => part !== '' && !/^(?:完好|好箱|ok|sound)$/i.test(part));
  return (parts ?? []).map((text) => ({ scheme: '箱损', code: null, text }));
}
