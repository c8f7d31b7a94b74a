import { container, transport } from 'graph-schema/domain/claim';
import { eventTimeAt, type WallClock } from 'graph-schema/domain/event-time';
import type { IssueCode } from 'graph-schema/domain/message';
import type { Place } from 'graph-schema/domain/place';
import { resolveStation, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EquipmentRef, EventTime, TransportRef } from 'graph-schema/domain/tracking-event';
import { compactNumber } from 'graph-schema/codes/parsed';
import { normaliseSizeType } from 'graph-schema/codes/size-type';
import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import { parseWagon } from 'graph-schema/codes/wagon';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import { cellReader, mapColumns } from '../../syntax/csv-columns.ts';
import { readCsv, type CsvRow } from '../../syntax/csv.ts';
import type { Findings } from '../../syntax/findings.ts';
import { isCalendarDay, readOffset, readWallClock } from '../../syntax/wall-clock.ts';
import type { ClaimContext, SenderContext } from '../claim-context.ts';

const ZONES = loadCodeList('rail-times/zones');
const CHINA_RAIL_ZONE = 'Asia/Shanghai';

/** One row of a rail table with what reading it needs; every finding names the line and the column. */
export interface RailRow extends ClaimContext {
  readonly row: CsvRow;
  /** What stands in the column that means a field; null when there is none or it is empty. */
  readonly cell: (field: string) => string | null;
}

export interface RailTable {
  readonly rows: readonly RailRow[];
  /** Lines that could not be cut into cells: each has an issue. */
  readonly brokenRows: number;
}

/** Reads a table whose columns are named as one of `headers` has it, in any order. */
export function readRailTable(
  bytes: Uint8Array,
  headers: CodeList,
  { source, places }: SenderContext,
  findings: Findings,
): RailTable {
  const { header, rows, issues, brokenRows } = readCsv(bytes, source.defaultCharset);
  for (const issue of issues) findings.include(issue);
  if (rows.length === 0 && issues.length === 0) findings.add('EMPTY_MESSAGE', 'ERROR', 'file', null, null);
  const read = cellReader(mapColumns(header, headers));
  return {
    rows: rows.map((row) => ({ row, cell: (field) => read(row, field), source, places, findings })),
    brokenRows,
  };
}

/** A finding about a cell of the row: `line 7/time`. */
type CellFinding = (at: RailRow, code: IssueCode, field: string, value: string | null) => void;

export const warn: CellFinding = (at, code, field, value) =>
  at.findings.add(code, 'WARNING', `line ${at.row.line}/${field}`, value, at.row.span);

export const refuse: CellFinding = (at, code, field, value) =>
  at.findings.add(code, 'ERROR', `line ${at.row.line}/${field}`, value, at.row.span);

/** A code of a cell that its list has no meaning for. */
export function unmapped(at: RailRow, list: CodeList, field: string, written: string): void {
  const code = written.normalize('NFKC').trim().toUpperCase();
  at.findings.unmapped(list, code, `line ${at.row.line}/${field}`, at.row.span);
}

/** A station by its code, else by its name; UNKNOWN_PLACE is raised when no table knows either. */
export function stationOf(at: RailRow, ...fields: readonly string[]): ResolvedPlace | null {
  let unknown: { place: ResolvedPlace; field: string } | null = null;
  for (const field of fields) {
    const written = at.cell(field);
    if (!written) continue;
    const resolved = resolveStation(written, at.places);
    if (resolved.place) return resolved;
    unknown = { place: resolved, field };
  }
  if (unknown) warn(at, 'UNKNOWN_PLACE', unknown.field, unknown.place.ref.raw);
  return unknown?.place ?? null;
}

/**
 * A local time of the row. Chinese railways run on Beijing time everywhere, also where the civil zone of the station
 * is another (乌鲁木齐); elsewhere it is the zone of the station, unless the row has a zone of its own. `SENDER` is for
 * times of the sender's own doings, which need no place.
 */
export function timeOf(at: RailRow, field: string, place: Place | 'SENDER' | null): EventTime | null {
  const written = at.cell(field);
  if (!written) return null;
  const clock = readWallClock(written);
  const zoned: WallClock | null = clock && { ...clock, explicitZone: clock.explicitZone ?? zoneOf(at) };
  const known = place === 'SENDER' ? null : place;
  const there = known?.country === 'CN' ? { ...known, zone: CHINA_RAIL_ZONE } : known;
  const time = zoned && eventTimeAt(zoned, there, at.source.defaultZone);
  if (!time) refuse(at, 'BAD_TIME', field, written);
  else if (time.zoneSource === 'SENDER_DEFAULT' && place !== 'SENDER')
    warn(at, 'UNKNOWN_ZONE', field, written);
  return time;
}

function zoneOf(at: RailRow): string | null {
  const written = at.cell('zone');
  if (!written) return null;
  const offset = readOffset(written);
  if (offset) return offset;
  const named = ZONES.find(written.normalize('NFKC').trim().toUpperCase());
  if (named) return named.canonical;
  if (/^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_]+)+$/.test(written)) return written;
  warn(at, 'UNKNOWN_ZONE', 'zone', written);
  return null;
}

/** The train run and wagon that a row names; null when it names neither. `departureDate` is the run's first day. */
export function trainOf(at: RailRow): TransportRef | null {
  const train = compactNumber(at.cell('train') ?? '').replace(/次$/, '') || null;
  const wagon = wagonOf(at);
  if (!train && !wagon) return null;
  return transport({ mode: 'RAIL', train, departureDate: train ? departureDateOf(at) : null, wagon });
}

function departureDateOf(at: RailRow): string | null {
  const written = at.cell('departureDate');
  const date = (written ? readWallClock(written) : null)?.local.slice(0, 10);
  if (date && isCalendarDay(date)) return date;
  // Train numbers recur daily: without the date the run cannot be told from yesterday's.
  warn(at, written ? 'BAD_TIME' : 'MISSING_FIELD', 'departureDate', written);
  return null;
}

function wagonOf(at: RailRow): string | null {
  const written = at.cell('wagon');
  if (!written) return null;
  const wagon = parseWagon(written);
  if (!wagon.ok) warn(at, wagon.problem, 'wagon', written);
  return wagon.value || null;
}

/** The container of a row with its size and seals; kept as written when its check digit fails. */
export function boxOf(at: RailRow): EquipmentRef | null {
  const written = at.cell('container');
  if (!written) return null;
  const number = parseContainerNumber(written);
  if (!number.ok) warn(at, number.problem, 'container', written);
  if (!number.value) return null;
  const sizeType = at.cell('sizeType');
  return container(number.value, {
    sizeType: sizeType ? normaliseSizeType(sizeType) : null,
    seals: (at.cell('seal') ?? '').split(/[\s,，;；/、|]+/).filter((seal) => seal !== ''),
  });
}

/** A rail consignment note, normalised; null when the row has none. */
export function noteOf(at: RailRow): string | null {
  return compactNumber(at.cell('note') ?? '') || null;
}

/** A number with optional thousands separators; null and a finding when it is none. */
export function numberOf(at: RailRow, field: string): number | null {
  const written = at.cell(field);
  if (!written) return null;
  const plain = written.normalize('NFKC').replaceAll(/[,\s]|kg$/gi, '');
  const value = /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
  if (value === null) warn(at, 'BAD_SYNTAX', field, written);
  return value;
}
