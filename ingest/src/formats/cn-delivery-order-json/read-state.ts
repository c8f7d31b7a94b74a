import { claim } from 'graph-schema/domain/claim';
import { dimensionOf, type EventCode } from 'graph-schema/domain/event-code';
import type { Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { PortContext, ReadNamedRecord } from '../../claims/cn-ports/interpret-named.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';
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
import { versionOf } from '../../claims/message-action.ts';
import { NOTHING } from '../../syntax/units.ts';

const STATES = loadCodeList('cn-delivery-order-json/states');

/**
 * One state of one order. The carrier's release, customs' and the terminal's are three things of three senders, so
 * each stays a claim of its own.
 */
export function readState(context: PortContext): ReadNamedRecord {
  const { findings } = context;
  return (record, where) => {
    const written = record.text('state')?.normalize('NFKC').toUpperCase() ?? null;
    if (written === null) {
      findings.add('MISSING_FIELD', 'ERROR', `${where.at}/state`, null, where.span);
      return NOTHING;
    }
    const documents = readPortDocuments(record, where, context);
    if (documents.length === 0) {
      findings.add('MISSING_FIELD', 'ERROR', `${where.at}/deliveryOrder`, null, where.span);
      return NOTHING;
    }
    const place = readPortPlace(record, where, context);
    const time = readPortTime(record, place, where, context);
    if (!time) return NOTHING;
    const known = STATES.find(written)?.canonical;
    if (!known) findings.unmapped(STATES, written, where.at, where.span);
    const code = (known ?? 'UNMAPPED_DOCUMENT') as EventCode;
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
      rawCode: record.text('state'),
    } as const;
    const isMove = dimensionOf(code) === 'LOGISTICS' && boxes.length > 0;
    const events: TrackingEvent[] = isMove
      ? boxes.map((equipment) => claim({ ...shared, equipment }))
      : [claim({ ...shared, contents: boxes })];
    const until =
      record.text('validUntil') === null ? null : readPortTime(record, place, where, context, 'validUntil');
    if (until) {
      const reason = { scheme: null, code: null, text: '提货单有效期' };
      const cutOff = { code: 'CUT_OFF', classifier: 'PLANNED', time: until, documents, reason } as const;
      events.push(claim({ ...cutOff, place: shared.place, rawCode: 'validUntil' }));
    }
    const attested = events.map((event) => ({ event, messageRef: null, span: where.span, recordedAt: null }));
    return { message: { thread: null, version: versionOf(time.instant), attested, retraction: null } };
  };
}

/** From whom to whom the order went, and what the sender remarks. */
function handedOn(record: NamedRecord): Reason | null {
  const [from, to, remark] = [record.text('from'), record.text('to'), record.text('remark')];
  const way = from === null && to === null ? null : `${from ?? ''} → ${to ?? ''}`.trim();
  const text = [way, remark].filter((part) => part !== null).join(' ');
  return text === '' ? null : { scheme: null, code: null, text };
}
