import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { comparable, mapColumns } from '../../syntax/csv-columns.ts';
import type { EventColumn, TableLayout } from './layout.ts';

/** Names of columns → field. */
const FIELDS = loadCodeList('tables/headers');
/** Names of columns that each hold the time of an event → its code, its classifier. */
const EVENTS = loadCodeList('tables/event-headers');
const CLASSIFIERS = loadCodeList('tables/event-header-classifiers');
/** Event code → field that says where it happens, unless the name of the column says another. */
const PLACES = loadCodeList('tables/event-places');
const HEADER_PLACES = loadCodeList('tables/event-header-places');

const eventsByName = new Map(EVENTS.rows.map((row) => [comparable(row.code), row.code]));

/** What the names of the columns say by themselves, in Chinese, English or Russian. */
export function dictionaryLayout(header: readonly string[]): TableLayout {
  const events = header.flatMap((name, column): EventColumn[] => {
    const known = eventNamed(name);
    return known ? [{ ...known, column }] : [];
  });
  const taken = new Set(events.map(({ column }) => column));
  const fields = mapColumns(
    header.map((name, column) => (taken.has(column) ? '' : name)),
    FIELDS,
  );
  return { header, fields, events, constants: {}, codes: {}, dateFormats: [] };
}

/** The event whose time a column of this name holds; null when it holds none. */
export function eventNamed(name: string): Omit<EventColumn, 'column'> | null {
  const listed = eventsByName.get(comparable(name));
  const code = listed === undefined ? null : EVENTS.find(listed)?.canonical;
  if (!code || listed === undefined) return null;
  const place = HEADER_PLACES.find(listed)?.canonical ?? PLACES.find(code)?.canonical ?? null;
  const classifier = (CLASSIFIERS.find(listed)?.canonical ?? 'ACTUAL') as EventClassifier;
  return { code: code as EventCode, classifier, place };
}
