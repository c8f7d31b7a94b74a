import { claim } from 'graph-schema/domain/claim';
import type { LoadState, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import type { PortContext, ReadNamedRecord } from '../../claims/cn-ports/interpret-named.ts';
import { meaningOf } from '../../claims/cn-ports/meaning.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';
import {
  readPortBoxes,
  readPortDocuments,
  readPortLoadState,
  readPortPlace,
  readPortTime,
  readShip,
  readTruck,
} from '../../claims/cn-ports/port-record.ts';
import { versionOf } from '../../claims/message-action.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';

const STATES = loadCodeList('cn-eir-json/states');
const MOVES = loadCodeList('cn-eir-json/moves');

type Direction = 'GATED_IN' | 'GATED_OUT';

/** One receipt in one state: issued, used by a move of its box, or void. */
export function readReceipt(context: PortContext): ReadNamedRecord {
  return (record, where) => {
    const documents = readPortDocuments(record, where, context);
    const receipt = documents.find(({ scheme }) => scheme === 'EIR');
    if (!receipt) {
      context.findings.add('MISSING_FIELD', 'ERROR', `${where.at}/eir`, null, where.span);
      return NOTHING;
    }
    const [loaded = null, direction = null] = (
      meaningOf(MOVES, record.text('move'), where, context) ?? ''
    ).split(':');
    const move = (direction || null) as Direction | null;
    const place = placeOf(record, move, where, context);
    const time = readPortTime(record, place, where, context);
    if (!time) return NOTHING;
    const stated = meaningOf(STATES, record.text('state'), where, context);
    const state = stated ?? (record.text('state') === null ? 'EIR_ISSUED' : 'UNMAPPED_DOCUMENT');
    const thread = `EIR:${receipt.number}`;
    const version = versionOf(time.instant);
    if (state === 'VOID') return voided(thread, version);
    const boxes = readPortBoxes(record, where, context);
    const shared = {
      classifier: 'ACTUAL',
      time,
      place: place?.ref ?? null,
      documents,
      loadState: ((loaded || null) as LoadState | null) ?? readPortLoadState(record, where, context),
      transport: readTruck(record) ?? readShip(record, where, context),
      rawCode: [record.text('move'), record.text('state')].filter(Boolean).join('+') || null,
    } as const;
    const moved = state === 'MOVED' ? move : state === 'GATED_IN' || state === 'GATED_OUT' ? state : null;
    const events: TrackingEvent[] = moved
      ? boxes.map((equipment) => claim({ ...shared, code: moved, equipment }))
      : [
          claim({
            ...shared,
            code: 'EIR_ISSUED',
            equipment: boxes.length === 1 ? (boxes[0] ?? null) : null,
            contents: boxes.length === 1 ? [] : boxes,
          }),
        ];
    if (events.length === 0) {
      context.findings.add('MISSING_FIELD', 'ERROR', `${where.at}/container`, null, where.span);
      return NOTHING;
    }
    if (!moved) events.push(...validityOf(record, shared, where, context));
    const attested = events.map((event) => ({
      event,
      messageRef: receipt.number,
      span: where.span,
      recordedAt: null,
    }));
    return { message: { thread, version, attested, retraction: null } };
  };
}

function voided(thread: string, version: number): UnitOutcome {
  return { message: { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } } };
}

/** Where the box is fetched or brought, as the move has it; else the place that the record names. */
function placeOf(record: NamedRecord, move: Direction | null, where: Where, context: PortContext) {
  const field = move === 'GATED_IN' ? 'return' : 'pickup';
  const named = record.text(field) === null ? null : readPortPlace(record, where, context, field);
  return named ?? readPortPlace(record, where, context);
}

function validityOf(
  record: NamedRecord,
  { documents, place, loadState }: Pick<TrackingEvent, 'documents' | 'place' | 'loadState'>,
  where: Where,
  context: PortContext,
): TrackingEvent[] {
  if (record.text('validUntil') === null) return [];
  const time = readPortTime(record, null, where, context, 'validUntil');
  if (!time) return [];
  const reason = { scheme: null, code: null, text: '设备交接单有效期' };
  return [
    claim({
      code: 'CUT_OFF',
      classifier: 'PLANNED',
      time,
      place,
      loadState,
      documents,
      reason,
      rawCode: 'validUntil',
    }),
  ];
}
