import { claim } from 'graph-schema/domain/claim';
import type { LoadState, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import type { PortContext, ReadNamedRecord } from '../../claims/cn-ports/interpret-named.ts';
import { meaningOf } from '../../claims/cn-ports/meaning.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';
import { portOutcome, readValidity, withoutField } from '../../claims/cn-ports/port-claims.ts';
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
    if (!receipt) return withoutField('eir', where, context);
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
    if (state === 'VOID') return voided(thread, versionOf(time.instant));
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
            // Used for a move that nobody knows, or in a state that nobody knows, it is shown as received.
            code: state === 'EIR_ISSUED' ? 'EIR_ISSUED' : 'UNMAPPED_DOCUMENT',
            equipment: boxes.length === 1 ? (boxes[0] ?? null) : null,
            contents: boxes.length === 1 ? [] : boxes,
          }),
        ];
    if (events.length === 0) return withoutField('container', where, context);
    if (state === 'EIR_ISSUED')
      events.push(...readValidity(record, shared, place, '设备交接单有效期', where, context));
    return portOutcome(events, time, where, { thread, messageRef: receipt.number });
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
