import { loadCodeList } from 'graph-schema/reference/code-list';
import { comparable, mapColumns } from '../../syntax/csv-columns.ts';
import { dictionaryLayout } from './dictionary.ts';

/** What a table is, by its header alone. */
export type TableKind = 'rail-station-pass' | 'rail-note' | 'rail-platform' | 'yard' | 'other';

const PASS_HEADERS = loadCodeList('rail-station-pass-csv/headers');
const NOTE_HEADERS = loadCodeList('rail-note-csv/headers');
const YARD_HEADERS = loadCodeList('yard-csv/headers');

/** Words that only tables of railways have in their headers; `status` and `location` all tables have. */
const RAIL_WORDS =
  /站|铁路|班列|车次|车皮|运单|货票|ydid|smgs|cim\b|cimno|rail|train|wagon|station|consignmentnote|станци|поезд|вагон|накладн/;

export function kindOfHeader(header: readonly string[]): TableKind {
  if (isYard(header)) return 'yard';
  const isRail = header.some((name) => RAIL_WORDS.test(comparable(name)));
  if (!isRail) return 'other';
  const platform = platformEvents(header);
  // Tables of stages and passes have one time a row; a column per milestone tells it apart whatever else it has.
  if (platform >= 2) return 'rail-platform';
  const passes = mapColumns(header, PASS_HEADERS);
  const hasTime = passes.has('time') || passes.has('plannedTime');
  if (passes.has('event') && hasTime && (passes.has('station') || passes.has('stationCode')))
    return 'rail-station-pass';
  const notes = mapColumns(header, NOTE_HEADERS);
  if ((notes.has('note') || notes.has('noteId')) && notes.has('stage') && notes.has('time'))
    return 'rail-note';
  return platform >= 1 ? 'rail-platform' : 'other';
}

/**
 * How many events a row of a platform's table can tell: a column per milestone, and where it is now. None where no column
 * names a train, a note or a wagon.
 */
function platformEvents(header: readonly string[]): number {
  const { fields, events } = dictionaryLayout(header);
  const named = ['train', 'note', 'wagon'].some((field) => fields.has(field));
  if (!named) return 0;
  return events.length > 0
    ? events.length
    : Number(fields.has('place') && (fields.has('time') || fields.has('recordedAt')));
}

/** Boxes with their places in a yard or their days in it, or with moves beside what only yards and gates note of a box. */
function isYard(header: readonly string[]): boolean {
  const fields = mapColumns(header, YARD_HEADERS);
  const hasTime = ['inTime', 'outTime', 'time', 'asOf'].some((field) => fields.has(field));
  const isInYard = ['slot', 'fromSlot', 'days'].some((field) => fields.has(field));
  const isMoveList =
    fields.has('move') && ['sizeType', 'loadState', 'status', 'plate'].some((field) => fields.has(field));
  return fields.has('container') && (isInYard || isMoveList) && hasTime;
}
