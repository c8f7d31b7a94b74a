import { claim } from 'graph-schema/domain/claim';
import { dimensionOf, type EventCode } from 'graph-schema/domain/event-code';
import type { Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { PortContext, ReadNamedRecord } from '../../claims/cn-ports/interpret-named.ts';
import { meaningOf } from '../../claims/cn-ports/meaning.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';
import { portOutcome, readValidity, withoutField } from '../../claims/cn-ports/port-claims.ts';
import {
  readPortBoxes,
  readPortDocuments,
  readPortLoadState,
  readPortParties,
  readPortPlace,
  readPortTime,
  readShip,
  readTruck,
} from '../../claims/cn-ports/port-record.ts';
import { NOTHING } from '../../syntax/units.ts';

const STATES = loadCodeList('cn-delivery-order-json/states');

/**
 * One state of one order. The carrier's release, customs' and the terminal's are three things of three senders, so
 * each stays a claim of its own.
 */
export function readState(context: PortContext): ReadNamedRecord {
  return (record, where) => {
    const written = record.text('state');
    if (written === null) return withoutField('state', where, context);
    const documents = readPortDocuments(record, where, context);
    if (documents.length === 0) return withoutField('deliveryOrder', where, context);
    const place = readPortPlace(record, where, context);
    const time = readPortTime(record, place, where, context);
    if (!time) return NOTHING;
    const code = (meaningOf(STATES, written, where, context) ?? 'UNMAPPED_DOCUMENT') as EventCode;
    const boxes = readPortBoxes(record, where, context);
    const shared = {
      code,
      classifier: 'ACTUAL',
      time,
      place: place?.ref ?? null,
      documents,
      loadState: readPortLoadState(record, where, context),
      transport: readTruck(record) ?? readShip(record, where, context),
      parties: readPortParties(record),
      reason: handedOn(record),
      rawCode: written,
    } as const;
    const isMove = dimensionOf(code) === 'LOGISTICS' && boxes.length > 0;
    const events: TrackingEvent[] = isMove
      ? boxes.map((equipment) => claim({ ...shared, equipment }))
      : [claim({ ...shared, contents: boxes })];
    events.push(
      ...readValidity(record, { documents, loadState: null }, place, '提货单有效期', where, context),
    );
    return portOutcome(events, time, where);
  };
}

/** From whom to whom the order went, and what the sender remarks. */
function handedOn(record: NamedRecord): Reason | null {
  const [from, to, remark] = [record.text('from'), record.text('to'), record.text('remark')];
  const way = from === null && to === null ? null : `${from ?? ''} → ${to ?? ''}`.trim();
  const text = [way, remark].filter((part) => part !== null).join(' ');
  return text === '' ? null : { scheme: null, code: null, text };
}
