import { transport } from 'graph-schema/domain/claim';
import { eventTimeAt, type WallClock } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import { resolveStation, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { cellReader, mapColumns } from '../../syntax/csv-columns.ts';
import { isCalendarDay, readWallClock } from '../../syntax/wall-clock.ts';
import { trainNumberOf, wagonOf, zoneOf } from '../tables/cells.ts';
import { onRailTime } from '../tables/rail-time.ts';
import { placeNamed } from '../tables/row-place.ts';
import { refuse, warn, type RowScope } from '../tables/row-scope.ts';
import type { TableContext } from '../tables/table-family.ts';
import type { Table } from '../tables/tables.ts';

/** The rows of a table whose columns are named as one of `headers` has it, in any order. */
export function railRows(
  { header, rows }: Table,
  headers: CodeList,
  context: TableContext,
): readonly RowScope[] {
  const read = cellReader(mapColumns(header, headers));
  const label = (field: string): string => field;
  return rows.map((row) => ({ ...context, row, cell: (field) => read(row, field), label }));
}

/**
 * A station by its code, else by its name; a port, town or terminal where no station has the name. UNKNOWN_PLACE is raised
 * when no table knows any of it.
 */
export function stationOf(at: RowScope, ...fields: readonly string[]): ResolvedPlace | null {
  let unknown: { place: ResolvedPlace; field: string } | null = null;
  for (const field of fields) {
    const written = at.cell(field);
    if (!written) continue;
    const resolved = resolveStation(written, at.places);
    if (resolved.place) return resolved;
    const named = placeNamed(written, 'RAIL', at);
    if (named) return named;
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
export function timeOf(at: RowScope, field: string, place: Place | 'SENDER' | null): EventTime | null {
  const written = at.cell(field);
  if (!written) return null;
  const clock = readWallClock(written);
  const zoned: WallClock | null = clock && { ...clock, explicitZone: clock.explicitZone ?? zoneOf(at) };
  const known = place === 'SENDER' ? null : place;
  const time = zoned && eventTimeAt(zoned, onRailTime(known), at.source.defaultZone);
  if (!time) refuse(at, 'BAD_TIME', field, written);
  else if (time.zoneSource === 'SENDER_DEFAULT' && place !== 'SENDER')
    warn(at, 'UNKNOWN_ZONE', field, written);
  return time;
}

/** The train run and wagon that a row names; null when it names neither. `departureDate` is the run's first day. */
export function trainOf(at: RowScope): TransportRef | null {
  const train = trainNumberOf(at);
  const wagon = wagonOf(at);
  if (!train && !wagon) return null;
  return transport({ mode: 'RAIL', train, departureDate: train ? departureDateOf(at) : null, wagon });
}

function departureDateOf(at: RowScope): string | null {
  const written = at.cell('departureDate');
  const date = (written ? readWallClock(written) : null)?.local.slice(0, 10);
  if (date && isCalendarDay(date)) return date;
  // Train numbers recur daily: without the date the run cannot be told from yesterday's.
  warn(at, written ? 'BAD_TIME' : 'MISSING_FIELD', 'departureDate', written);
  return null;
}
