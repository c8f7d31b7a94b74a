import type { Gazetteer } from 'graph-schema/domain/place';
import type { PartyRef, PartyRole, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { placeUri } from './place-uri.ts';
import { isUri } from './vocabulary.ts';

type Kind = 'owning_party' | 'possessing_party';

const SOURCES: Readonly<Partial<Record<PartyRole, Kind>>> = { SELLER: 'owning_party', CONSIGNOR: 'possessing_party' }; // prettier-ignore
const DESTINATIONS: Readonly<Partial<Record<PartyRole, Kind>>> = { BUYER: 'owning_party', CONSIGNEE: 'possessing_party' }; // prettier-ignore

/** Who had and owned it before, and where it comes from, as far as they have a URI. */
export function sourcesOf(event: TrackingEvent, places: Gazetteer): { type: string; source: string }[] {
  return sides(event, event.from, SOURCES, places).map(({ type, uri }) => ({ type, source: uri }));
}

/** Who has and owns it then, and where it goes. */
export function destinationsOf(event: TrackingEvent, places: Gazetteer): { type: string; destination: string }[] {
  return sides(event, event.to, DESTINATIONS, places).map(({ type, uri }) => ({ type, destination: uri }));
} // prettier-ignore

function sides(
  { parties }: TrackingEvent,
  where: TrackingEvent['from'],
  kinds: Readonly<Partial<Record<PartyRole, Kind>>>,
  places: Gazetteer,
): { readonly type: string; readonly uri: string }[] {
  const place = placeUri(where, places);
  const named = parties.flatMap((party) => {
    const type = kinds[party.role];
    const uri = partyUri(party);
    return type && uri ? [{ type, uri }] : [];
  });
  return [...named, ...(place === null ? [] : [{ type: 'location', uri: place }])];
}

function partyUri({ id }: PartyRef): string | null {
  if (id?.scheme === 'GLN') return `https://id.gs1.org/417/${id.code}`;
  return id?.scheme === 'LOCAL' && isUri(id.code) ? id.code : null;
}
