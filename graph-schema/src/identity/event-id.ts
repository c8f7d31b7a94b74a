import { hash } from 'node:crypto';
import type { TrackingEvent } from '../domain/tracking-event.ts';

/**
 * The id of a claim: a hash of what is claimed, not of who says it, when it was received or how it was written.
 * Two senders that claim the same thing of the same minute and place make one event with two attestations; claims
 * that differ by a minute or a place are separate events, grouped later when a journey is derived.
 * 22 characters of base64url: 132 bits of SHA-256.
 */
export function eventId(event: TrackingEvent): string {
  const { equipment, transport, quantity, reason, time } = event;
  let told =
    one(event.code) + one(event.classifier) + one(time.instant) + one(time.precision) +
    one(equipment?.kind) + one(equipment?.reference) + one(event.loadState) + placeIdentity(event.place); // prettier-ignore
  if (transport) {
    told +=
      one(transport.mode) + one(transport.vesselImo ?? transport.vesselName ?? transport.callSign) +
      one(transport.voyage) + one(transport.flight) + one(transport.train) +
      one(transport.departureDate) + one(transport.wagon) + one(transport.plate); // prettier-ignore
    // What came later to the vocabulary tells claims apart only where it is said: ids of before stay.
    if (transport.registration) told += one(transport.registration);
  } else told += NONE;
  told += all(event.documents.map((document) => `${document.scheme}:${document.number}`));
  told += all(event.contents.map((content) => content.reference));
  told += quantity ? JSON.stringify([quantity.pieces, quantity.grossKg, quantity.ofPieces]) : NONE;
  told += placeIdentity(event.from) + placeIdentity(event.to);
  told += reason ? one(reason.code) + one(reason.text) : NONE;
  told += event.code.startsWith('UNMAPPED') ? one(event.rawCode) : NONE;
  const { stowage, parties, goods, measurements } = event;
  if (stowage !== null || parties.length + goods.length + measurements.length > 0)
    told += JSON.stringify([stowage, parties, goods, measurements]);
  return hash('sha256', told, 'base64url').slice(0, 22);
}

/** What is not said; no text begins so. */
const NONE = '-';

/** With its length before it, so that no two lists of texts read the same. */
function one(text: string | null | undefined): string {
  return text === null || text === undefined ? NONE : `${text.length}:${text}`;
}

function all(texts: string[]): string {
  if (texts.length > 1) texts.sort();
  let told = `${texts.length};`;
  for (const text of texts) told += one(text);
  return told;
}

function placeIdentity(place: TrackingEvent['place']): string {
  if (!place) return NONE;
  const { unLocode, facility, customsOffice, railStation, raw, berth } = place;
  const told = one(unLocode) + one(facility?.code) + one(customsOffice) + one(railStation) + one(raw);
  // Came later, too: said or not, nothing else begins with its letter.
  return berth ? `${told}b${one(berth)}` : told;
}
