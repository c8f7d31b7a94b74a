import { isDerived, type FactClaim } from 'graph-schema/domain/journey/facts';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { eventUuid } from '../events/event-id.ts';
import type { ShipmentTelling } from '../events/shipment-telling.ts';
import type { Fit } from './charset.ts';

/** What any message is written with. */
export interface Writing {
  readonly places: Gazetteer;
  readonly fit: Fit;
}

/** What a claim is told with. */
export interface Telling extends Writing {
  readonly shipment: ShipmentTelling;
  /** When it came to the shipment, epoch milliseconds; left out: when this service first received it. */
  readonly toldAt?: number;
}

/** A claim that does not stand on a shipment any more. */
export interface Cancelled {
  readonly shipmentId: string;
  readonly id: string;
  readonly event: TrackingEvent;
  /** When it went, epoch milliseconds. */
  readonly at: number;
}

/** What a message says of itself. */
export interface ToldHead {
  /** BGM 1225: 9 original, 1 cancellation. */
  readonly function: '9' | '1';
  /** BGM 1004: the same for a claim on a shipment, whichever of both it is. */
  readonly reference: string;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
}

/** Null: nobody says so, or this service alone does by what it saw of positions. */
export function originalHead(claim: FactClaim, { shipment, toldAt }: Telling): ToldHead | null {
  const [first] = claim.voices;
  if (!first || isDerived(claim)) return null;
  const recordedAt = Math.max(Date.parse(first.receivedAt), toldAt ?? -Infinity);
  return { function: '9', reference: referenceOf(shipment.id, claim.id), recordedAt };
}

export function cancellationHead({ shipmentId, id, at }: Cancelled): ToldHead {
  return { function: '1', reference: referenceOf(shipmentId, id), recordedAt: at };
}

function referenceOf(shipmentId: string, claimId: string): string {
  return eventUuid(shipmentId, claimId).replaceAll('-', '').toUpperCase();
}

/** A text of a length that an element has room for; null: nothing is said, or the letters are not there. */
export function textFor(text: string | null, longest: number, fit: Fit): string | null {
  const fitted = text === null ? null : fit(text);
  return fitted === null || fitted === '' ? null : fitted.slice(0, longest).trim();
}

/** A code or number: cut off it would be another one, so it is left out where it does not fit. */
export function codeFor(text: string | null, longest: number, fit: Fit): string | null {
  const fitted = text === null ? null : fit(text);
  return fitted === null || fitted === '' || fitted.length > longest ? null : fitted;
}
