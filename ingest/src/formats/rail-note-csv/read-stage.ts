import { claim, documentRef } from 'graph-schema/domain/claim';
import { dimensionOf, type EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Attested, DocumentRef, Span, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { compactNumber } from 'graph-schema/codes/parsed';
import { parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { stationOf, timeOf, trainOf } from '../../claims/rail-tables/rail-row.ts';
import { boxOf, noteOf, numberOf } from '../../claims/tables/cells.ts';
import { refuse, unmapped, warn, wordOf, type RowScope } from '../../claims/tables/row-scope.ts';
import { findAction, versionOf, type MessageAction } from '../../claims/message-action.ts';
import { SILENT } from '../../syntax/findings.ts';

const STAGES = loadCodeList('rail-note-csv/stages');
const STAGE_PLACES = loadCodeList('rail-note-csv/stage-places');
const FUNCTIONS = loadCodeList('rail-note-csv/functions');

/** A row as it counts towards its note: what it claims, and what it does to earlier rows. */
export interface StageRow {
  /** Null when the row names no note: then it is only counted. */
  readonly note: string | null;
  readonly action: MessageAction;
  /** When the sender made the row, else the time of the stage; epoch seconds; null when neither can be read. */
  readonly version: number | null;
  /** The row says itself when it was made, so that corrections can be ordered by it. */
  readonly isVersioned: boolean;
  readonly attested: Attested | null;
  readonly at: string;
  readonly span: Span;
}

export function readStage(at: RowScope): StageRow {
  const note = keyOf(at);
  const sent = timeOf(at, 'sentTime', 'SENDER');
  const action = actionOf(at);
  const place = placeOf(at);
  const time = timeOf(at, 'time', place?.place ?? null);
  const latest = sent ?? time;
  const row = {
    note,
    action,
    version: latest && versionOf(latest.instant),
    isVersioned: sent !== null,
    attested: null,
    at: at.row.at,
    span: at.row.span,
  };
  if (!note) {
    refuse(at, 'MISSING_FIELD', 'note', null);
    return row;
  }
  if (action === 'CANCEL') return row;
  if (!time) {
    if (!at.cell('time')) refuse(at, 'MISSING_FIELD', 'time', null);
    return row;
  }
  const event = stageEvent(at, note, place, time);
  return {
    ...row,
    attested: event && { event, messageRef: note, span: at.row.span, recordedAt: sent?.instant ?? null },
  };
}

function stageEvent(
  at: RowScope,
  note: string,
  place: ResolvedPlace | null,
  time: TrackingEvent['time'],
): TrackingEvent | null {
  const code = stageOf(at);
  if (!code) return null;
  const box = boxOf(at);
  const isPaper = dimensionOf(code) === 'DOCUMENT';
  const pieces = numberOf(at, 'pieces');
  const grossKg = numberOf(at, 'grossKg');
  return claim({
    code,
    classifier: 'ACTUAL',
    time,
    place: place?.ref ?? null,
    // A paper lists its boxes; a move happens to one.
    equipment: isPaper ? null : box,
    contents: isPaper && box ? [box] : [],
    transport: trainOf(at),
    documents: documentsOf(at, note),
    quantity: pieces === null && grossKg === null ? null : { pieces, grossKg, ofPieces: null },
    from: stationOf(at, 'from')?.ref ?? null,
    to: stationOf(at, 'to')?.ref ?? null,
    rawCode: at.cell('stage'),
  });
}

function stageOf(at: RowScope): EventCode | null {
  const written = at.cell('stage');
  if (!written) {
    refuse(at, 'MISSING_FIELD', 'stage', null);
    return null;
  }
  const known = STAGES.find(wordOf(written));
  if (known?.canonical) return known.canonical as EventCode;
  unmapped(at, STAGES, 'stage', written);
  return 'UNMAPPED';
}

function actionOf(at: RowScope): MessageAction {
  const written = at.cell('function');
  const action = written ? findAction(FUNCTIONS, written.normalize('NFKC').trim()) : 'ORIGINAL';
  if (!action) unmapped(at, FUNCTIONS, 'function', written ?? '');
  return action ?? 'ORIGINAL';
}

/** Where the stage happened: the row's own station, else the end of the route that the stage belongs to. */
function placeOf(at: RowScope): ResolvedPlace | null {
  if (at.cell('station')) return stationOf(at, 'station');
  const code = STAGES.find(wordOf(at.cell('stage') ?? ''))?.canonical;
  const end = code ? STAGE_PLACES.find(code)?.canonical : null;
  // The findings about origin and destination are raised where the route is read, once.
  const silent = { ...at, findings: SILENT };
  return end ? stationOf(silent, end === 'FROM' ? 'from' : 'to') : null;
}

/** The key of 95306 is unique per trip; the number names the note where there is no key. */
function keyOf(at: RowScope): string | null {
  return compactNumber(at.cell('noteId') ?? '') || noteOf(at);
}

function documentsOf(at: RowScope, key: string): DocumentRef[] {
  const number = noteOf(at);
  const documents = number ? [documentRef('RAIL_NOTE', number, { declaredAs: '运单号' })] : [];
  if (key !== number) documents.push(documentRef('RAIL_NOTE', key, { declaredAs: 'ydid' }));
  // Tickets are numbered per station: a free number, which ties nothing by itself.
  const ticket = compactNumber(at.cell('ticket') ?? '');
  if (ticket) documents.push(documentRef('REFERENCE', ticket, { declaredAs: '货票号' }));
  const bill = at.cell('bill');
  if (bill) {
    const parsed = parseOceanBill(bill, at.source.scac);
    if (!parsed.ok) warn(at, parsed.problem, 'bill', bill);
    if (parsed.value) documents.push(documentRef('MASTER_BILL', parsed.value, { declaredAs: '提单号' }));
  }
  const booking = compactNumber(at.cell('booking') ?? '');
  if (booking) documents.push(documentRef('BOOKING', booking, { declaredAs: '订舱号' }));
  return documents;
}
