import { claim, container, documentRef, placeRef, transport } from '../domain/claim.ts';
import type { EventTime, TrackingEvent } from '../domain/tracking-event.ts';

/**
 * A claim as it is kept in the graph: JSON without what was not said. Most fields of most claims are empty, and what is
 * not written is neither encoded, sent, logged nor stored. `readClaim` puts the empty fields back.
 */
export function claimText(event: TrackingEvent): string {
  const said = thin(event as unknown as Fields);
  said['time'] = timeSaid(event.time);
  for (const key of ONE) {
    const part = said[key];
    if (part !== undefined) said[key] = thin(part as Fields);
  }
  for (const key of MANY) {
    const parts = said[key];
    if (parts !== undefined) said[key] = (parts as Fields[]).map(thin);
  }
  return JSON.stringify(said);
}

/** The claim that a text tells; also of one that was kept with its empty fields. */
export function readClaim(text: string): TrackingEvent {
  const said = JSON.parse(text) as TrackingEvent;
  const { time, place, from, to, equipment, transport: carrier, documents, contents } = said;
  return claim({
    ...said,
    time: { ...time, local: time.local ?? time.instant.slice(0, -1), precision: time.precision ?? 'MINUTE' },
    place: place ? placeRef(place) : null,
    from: from ? placeRef(from) : null,
    to: to ? placeRef(to) : null,
    equipment: equipment ? container(equipment.reference, equipment) : null,
    transport: carrier ? transport(carrier) : null,
    documents: (documents ?? []).map((one) => documentRef(one.scheme, one.number, one)),
    contents: (contents ?? []).map((one) => container(one.reference, one)),
  });
}

type Fields = Record<string, unknown>;

/** Parts whose empty fields are put back by name; everything else that is said is kept as it is. */
const ONE = ['place', 'from', 'to', 'equipment', 'transport'] as const;
const MANY = ['documents', 'contents'] as const;

function thin(fields: Fields): Fields {
  const said: Fields = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
      said[key] = value;
  }
  return said;
}

function timeSaid(time: EventTime): Fields {
  const { instant, local, zone, zoneSource, precision } = time;
  const said: Fields = { instant, zone, zoneSource };
  if (`${local}Z` !== instant) said['local'] = local;
  if (precision !== 'MINUTE') said['precision'] = precision;
  return said;
}
