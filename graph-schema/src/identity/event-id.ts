import { createHash } from 'node:crypto';
import type { TrackingEvent } from '../domain/tracking-event.ts';

/**
 * The id of a claim: a hash of what is claimed, not of who says it, when it was received or how it was written.
 * Two senders that claim the same thing of the same minute and place make one event with two attestations; claims
 * that differ by a minute or a place are separate events, grouped later when a journey is derived.
 * 22 characters of base64url: 132 bits of SHA-256.
 */
export function eventId(event: TrackingEvent): string {
  const transport = event.transport;
  const identity = [
    event.code,
    event.classifier,
    event.time.instant,
    event.time.precision,
    event.equipment && [event.equipment.kind, event.equipment.reference],
    event.loadState,
    placeIdentity(event.place),
    transport && [
      transport.mode,
      transport.vesselImo ?? transport.vesselName ?? transport.callSign,
      transport.voyage,
      transport.flight,
      transport.train,
      transport.departureDate,
      transport.wagon,
      transport.plate,
    ],
    event.documents.map((d) => `${d.scheme}:${d.number}`).sort(),
    event.contents.map((c) => c.reference).sort(),
    event.quantity && [event.quantity.pieces, event.quantity.grossKg, event.quantity.ofPieces],
    placeIdentity(event.from),
    placeIdentity(event.to),
    event.reason && [event.reason.code, event.reason.text],
    event.stowage,
    event.parties.map((p) => [p.role, p.id?.code ?? null, p.name]),
    event.goods.map((g) => [g.hsCode, g.description, g.pieces, g.grossKg]),
    event.measurements.map((m) => [m.kind, m.name, m.value, m.unit]),
    event.code.startsWith('UNMAPPED') ? event.rawCode : null,
  ];
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 22);
}

function placeIdentity(place: TrackingEvent['place']): unknown {
  if (!place) return null;
  return [place.unLocode, place.facility?.code ?? null, place.customsOffice, place.railStation, place.raw];
}
