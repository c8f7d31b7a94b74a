import type { PlaceRef } from '../tracking-event.ts';
import type { Calendars } from './calendar.ts';
import type { Tariff } from './tariff.ts';

/** What free time is counted by. */
export interface FreeTimeTerms {
  readonly tariffs: readonly Tariff[];
  /** By country, ISO 3166-1 alpha-2. */
  readonly calendars: Calendars;
  /** IANA zone of a place; null where no table has it. */
  readonly zoneOf: (place: PlaceRef) => string | null;
}

/** Nothing but what is told. */
export const TOLD_ONLY: FreeTimeTerms = { tariffs: [], calendars: new Map(), zoneOf: () => null };
