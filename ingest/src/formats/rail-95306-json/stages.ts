import { EVENT_CODES, type EventCode } from 'graph-schema/domain/event-code';
import type { EventTime, PlaceRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { NoteFields, type NoteNode } from '../../claims/rail-notes/note-node.ts';
import { noteScope } from '../../claims/rail-notes/note-scope.ts';
import { stationOf, timeOf } from '../../claims/rail-tables/rail-row.ts';
import { unmapped, wordOf, type RowScope } from '../../claims/tables/row-scope.ts';
import { SILENT } from '../../syntax/findings.ts';

const STAGE_TIMES = loadCodeList('rail-95306-json/stage-times');
const STAGES = loadCodeList('rail-note-csv/stages');
const STAGE_PLACES = loadCodeList('rail-note-csv/stage-places');
const WITHDRAWN = loadCodeList('rail-95306-json/withdrawn');

/** Codes of the fields that hold a time, each once, in the order of the list. */
const TIMED = [...new Set(STAGE_TIMES.rows.flatMap(({ canonical }) => canonical ?? []))];
export const STAGE_FIELDS = new NoteFields(STAGE_TIMES);

export interface Stage {
  readonly code: EventCode;
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  readonly rawCode: string | null;
}

/** The stages that a note names: a field of its own for each, a list of what happened, and the present one in words. */
export function stagesOf(node: NoteNode, at: RowScope, timed: NoteNode): readonly Stage[] {
  const stages = [
    ...ownFields(timed, at),
    ...node.nodes('trace').flatMap((one) => inWords(traceScope(one, at), at)),
  ];
  const known = new Set(stages.map(({ code }) => code));
  // The present stage repeats one of the above, mostly with the time at which the answer was made.
  const present = WITHDRAWN.find(wordOf(at.cell('stage') ?? '')) ? [] : inWords(at, at);
  return [...stages, ...present.filter(({ code }) => !known.has(code))];
}

function ownFields(timed: NoteNode, at: RowScope): Stage[] {
  return TIMED.flatMap((code): Stage[] => {
    if (!(EVENT_CODES as readonly string[]).includes(code)) return [];
    const written = timed.text(code);
    const place = endOf(code, at);
    const label = (): string => STAGE_TIMES.rows.find(({ canonical }) => canonical === code)?.code ?? code;
    const cell = (field: string): string | null => (field === code ? written : at.cell(field));
    const time = timeOf({ ...at, cell, label }, code, place?.place ?? null);
    return time ? [{ code: code as EventCode, time, place: place?.ref ?? null, rawCode: null }] : [];
  });
}

function traceScope(node: NoteNode, at: RowScope): RowScope {
  return noteScope(node, { at: `${at.row.at}/trace`, span: at.row.span }, at);
}

/** A stage in words with its time, at the station beside it, else at the end of the route that it belongs to. */
function inWords(at: RowScope, note: RowScope): Stage[] {
  const written = at.cell('stage');
  if (!written || !at.cell('time')) return [];
  const known = STAGES.find(wordOf(written))?.canonical ?? null;
  if (!known) unmapped(at, STAGES, 'stage', written);
  const code = (known ?? 'UNMAPPED') as EventCode;
  const place =
    (at.cell('stationCode') ?? at.cell('station'))
      ? stationOf(at, 'stationCode', 'station')
      : endOf(code, note);
  const time = timeOf(at, 'time', place?.place ?? null);
  return time ? [{ code, time, place: place?.ref ?? null, rawCode: written }] : [];
}

function endOf(code: string, at: RowScope) {
  const end = STAGE_PLACES.find(code)?.canonical;
  const silent = { ...at, findings: SILENT };
  if (!end) return null;
  return end === 'FROM' ? stationOf(silent, 'fromCode', 'from') : stationOf(silent, 'toCode', 'to');
}
