import { claim, goods, party } from 'graph-schema/domain/claim';
import { dimensionOf, type EventCode } from 'graph-schema/domain/event-code';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { Attested, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { versionOf } from '../../claims/message-action.ts';
import { stationOf, timeOf, trainOf } from '../../claims/rail-tables/rail-row.ts';
import { noteScope } from '../../claims/rail-notes/note-scope.ts';
import { NoteFields } from '../../claims/rail-notes/note-node.ts';
import { refuse, warn, wordOf, type RowScope } from '../../claims/tables/row-scope.ts';
import type { JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { documentsOf, noteOf } from './documents.ts';
import { boxesOf } from './boxes.ts';
import { STAGE_FIELDS, stagesOf } from './stages.ts';

export const FIELDS = new NoteFields(loadCodeList('rail-95306-json/fields'));
const WITHDRAWN = loadCodeList('rail-95306-json/withdrawn');
const WEIGHT_UNITS = loadCodeList('rail-95306-json/weight-units');

/** One note with all its stages. An answer that says when it was made takes the place of earlier ones. */
export function readNote(record: JsonObject, where: Where, context: ClaimContext): UnitOutcome {
  const node = FIELDS.readJson(record);
  const at = noteScope(node, where, context);
  const note = noteOf(at);
  if (!note) {
    refuse(at, 'MISSING_FIELD', 'noteId', null);
    return NOTHING;
  }
  const thread = `RAILNOTE:${note}`;
  const updated = timeOf(at, 'updated', 'SENDER');
  const stages = stagesOf(node, at, STAGE_FIELDS.readJson(record));
  if (WITHDRAWN.find(wordOf(at.cell('stage') ?? ''))) {
    const version = versionOf(updated?.instant ?? stages.at(-1)?.time.instant ?? null);
    if (version === 0) warn(at, 'MISSING_FIELD', 'updated', null);
    return { message: { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } } };
  }
  if (stages.length === 0) {
    refuse(at, 'MISSING_FIELD', 'time', null);
    return NOTHING;
  }
  const about = subjectOf(at);
  const boxes = boxesOf(node, at);
  const attested = stages.flatMap(({ code, time, place, rawCode }): Attested[] => {
    const event = { ...about, code, classifier: 'ACTUAL', time, place, rawCode } as const;
    return eventsOf(code, event, boxes).map((one) => {
      return { event: one, messageRef: note, span: where.span, recordedAt: updated?.instant ?? null };
    });
  });
  const latest =
    updated?.instant ??
    stages
      .map(({ time }) => time.instant)
      .toSorted()
      .at(-1) ??
    null;
  const version = versionOf(latest);
  const retraction: ReadMessage['retraction'] = updated ? { kind: 'REPLACE', thread, version } : null;
  return { message: { thread, version, attested, retraction } };
}

/** A paper lists its boxes; a move happens to each of them, or to what the note covers where it names none. */
function eventsOf(
  code: EventCode,
  event: Parameters<typeof claim>[0],
  boxes: TrackingEvent['contents'],
): TrackingEvent[] {
  if (dimensionOf(code) === 'DOCUMENT') return [claim({ ...event, contents: boxes })];
  if (boxes.length === 0) return [claim(event)];
  // Pieces and weight are those of the note: of several boxes none has them all.
  const quantity = boxes.length === 1 ? (event.quantity ?? null) : null;
  return boxes.map((equipment) => claim({ ...event, quantity, equipment }));
}

function subjectOf(at: RowScope) {
  const description = at.cell('goods');
  const consignor = at.cell('consignor');
  const consignee = at.cell('consignee');
  const pieces = /^\d{1,9}$/.test(at.cell('pieces') ?? '') ? Number(at.cell('pieces')) : null;
  const grossKg = weightOf(at);
  return {
    transport: trainOf(at),
    documents: documentsOf(at),
    from: stationOf(at, 'fromCode', 'from')?.ref ?? null,
    to: stationOf(at, 'toCode', 'to')?.ref ?? null,
    quantity: pieces === null && grossKg === null ? null : { pieces, grossKg, ofPieces: null },
    goods: description ? [goods({ description })] : [],
    parties: [
      ...(consignor ? [party('CONSIGNOR', { name: consignor })] : []),
      ...(consignee ? [party('CONSIGNEE', { name: consignee })] : []),
    ],
  };
}

/** Answers weigh in tonnes or in kilograms: without a unit beside it, a weight is not taken. */
function weightOf(at: RowScope): number | null {
  const written = at.cell('weight');
  const kilograms = WEIGHT_UNITS.find(wordOf(at.cell('weightUnit') ?? ''))?.canonical;
  if (!written || !kilograms) return null;
  const value = Number(written.replaceAll(',', ''));
  return Number.isFinite(value) ? Math.round(value * Number(kilograms) * 1000) / 1000 : null;
}
