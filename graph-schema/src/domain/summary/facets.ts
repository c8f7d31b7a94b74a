import { readDeclarationNumber } from '../../codes/china-declaration.ts';
import { splitKey } from '../identifier.ts';
import type { Journey } from '../journey/derive-journey.ts';
import type { JourneyFacts } from '../journey/facts.ts';
import type { TownOf } from '../journey/towns.ts';
import { ordersTold } from '../order-numbers.ts';
import type { PlaceRef, TrackingEvent, TransportRef } from '../tracking-event.ts';
import { facet, numberFacet, undatedFacet, type Facet, type FacetKind } from './facet.ts';
import { LIST_DATES, listOrderOf } from './list-order.ts';
import { partyFacets } from './party-facets.ts';
import { attentionOf } from './summary.ts';

/** More terms than a person looks for by: the boxes of the largest bills. */
const MOST = 5_000;

/**
 * All that a shipment is found by, each a whole term, in order. What is on its way is taken from the journey, so that a ship it
 * missed does not find it; who and which office from every claim that stands.
 */
export function facetsOf(facts: JourneyFacts, journey: Journey, townOf: TownOf): Facet[] {
  const { phase, exceptions, legs, logistics } = journey;
  const open = exceptions.filter(({ closedAt }) => closedAt === null);
  const order = listOrderOf(facts, journey);
  const attention = attentionOf({ exceptions: open });
  const events = facts.claims.map(({ event }) => event);
  const said = logistics.flatMap((m) => m.claims.map(({ event }) => event.transport));
  const terms = [
    facet('PHASE', phase),
    ...(attention ? [facet('ATTENTION', attention)] : []),
    ...open.map(({ kind }) => facet('EXCEPTION', kind)),
    ...numbersOf(facts),
    ...placesOf(journey, townOf),
    ...events.flatMap(officesOf).map((office) => facet('OFFICE', office)),
    ...[...legs.map(({ transport }) => transport), ...said].flatMap(runFacets),
    ...events.flatMap(({ parties }) => parties.flatMap(partyFacets)),
    ...LIST_DATES.filter((date) => order[date] === null).map(undatedFacet),
  ];
  return [...new Set(terms)].slice(0, MOST).sort();
}

function numbersOf(facts: JourneyFacts): Facet[] {
  const { anchor, documents, cycles, claims } = facts;
  const papers = [anchor, ...documents, ...ordersTold(facts, claims)].map(splitKey);
  return [
    ...papers.map(({ scheme, value }) => numberFacet(scheme as Parameters<typeof numberFacet>[0], value)),
    ...cycles.map(({ container }) => numberFacet('CONTAINER', container)),
  ];
}

function placesOf({ origin, destination, currentPlace, legs, logistics }: Journey, townOf: TownOf): Facet[] {
  const way = [origin, destination, currentPlace, ...legs.flatMap(({ from, to }) => [from, to])];
  const towns = (kind: FacetKind, places: readonly (PlaceRef | null)[]) =>
    places.flatMap((place) => {
      const town = place && townOf(place);
      return town ? [facet(kind, town)] : [];
    });
  return [
    ...towns('PORT', [...way, ...logistics.map(({ place }) => place)]),
    ...towns('ORIGIN', [origin]),
    ...towns('DESTINATION', [destination]),
  ];
}

/** Customs offices 关区 that it comes before: told as places, or named by a declaration number. */
function officesOf({ place, from, to, documents }: TrackingEvent): string[] {
  const told = [place, from, to].flatMap((ref) => ref?.customsOffice ?? []);
  const declared = documents.flatMap(({ scheme, number }) =>
    scheme === 'DECLARATION' ? (readDeclarationNumber(number)?.office ?? []) : [],
  );
  return [...told, ...declared];
}

/** A run is found by what is told of it alone, and by both of its parts together, so that another ship's voyage does not find it. */
function runFacets(on: TransportRef | null): Facet[] {
  if (!on) return [];
  const { vesselImo, vesselName, voyage, train, flight, departureDate } = on;
  const ships = [vesselImo, vesselName].flatMap((ship) => ship ?? []);
  const dated = (kind: 'TRAIN' | 'FLIGHT', number: string | null) =>
    number ? [facet(kind, number), ...(departureDate ? [facet(kind, number, departureDate)] : [])] : [];
  return [
    ...ships.map((ship) => facet('VESSEL', ship)),
    ...(voyage ? [facet('VOYAGE', voyage), ...ships.map((ship) => facet('VOYAGE', ship, voyage))] : []),
    ...dated('TRAIN', train),
    ...dated('FLIGHT', flight),
  ];
}
