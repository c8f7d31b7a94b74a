import { createHash } from 'node:crypto';
import type { EpcisEvent } from './epcis-event.ts';
import { termOf } from './vocabulary.ts';

/**
 * The name under which an event can be taken back: its eventID, or without one what it says. An error declaration is
 * the event once more with the declaration added (EPCIS 2.0, 7.4.1.4), so both hash alike: over all that is read of the
 * event but the declaration, its id and when it was recorded, lists in any order.
 */
export function threadOf(event: EpcisEvent): string {
  return `EPCIS:${event.eventId ?? `sha256:${contentHash(event)}`}`;
}

function contentHash(event: EpcisEvent): string {
  const { type, action, readPoint, bizLocation, parent } = event;
  const [bizStep, disposition] = [event.bizStep, event.disposition].map((word) => word && termOf(word));
  const instant = event.eventTime === null ? null : Date.parse(event.eventTime);
  const content = [
    type, action, bizStep, disposition, readPoint, bizLocation, parent,
    instant === null || Number.isNaN(instant) ? event.eventTime : instant,
    [...event.objects].sort(),
    sorted(event.quantities.map(({ epcClass, quantity, uom }) => [epcClass, quantity, uom])),
    [event.transactions, event.sources, event.destinations].map((list) => sorted(list.map(({ type: kind, uri }) => [kind, uri]))),
  ]; // prettier-ignore
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
