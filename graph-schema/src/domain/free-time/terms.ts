import type { Gazetteer } from '../place.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { Calendars } from './calendar.ts';
import type { Tariff } from './tariff.ts';

/** What free time is counted by. */
export interface FreeTimeTerms {
  readonly tariffs: readonly Tariff[];
  /** By country, ISO 3166-1 alpha-2. */
  readonly calendars: Calendars;
  readonly zoneOf: ZoneOf;
}

/** IANA zone of a place; null where no table has it. */
export type ZoneOf = (place: PlaceRef) => string | null;

/** For whoever has no tables: the clock is the one that a time was told by. */
export const zoneAsTold: ZoneOf = () => null;

/** The zones of ports and towns as the tables have them. */
export function zonesOf(places: Pick<Gazetteer, 'findLocode'>): ZoneOf {
  return ({ unLocode }) => (unLocode ? (places.findLocode(unLocode)?.zone ?? null) : null);
}

/** Nothing but what is told. */
export const TOLD_ONLY: FreeTimeTerms = { tariffs: [], calendars: new Map(), zoneOf: zoneAsTold };
