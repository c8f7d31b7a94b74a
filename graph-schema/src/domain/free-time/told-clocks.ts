import { saidDeadlines } from '../exceptions/deadlines.ts';
import type { Cargo } from '../exceptions/cargo.ts';
import type { FactClaim } from '../journey/facts.ts';
import { localDate } from './calendar.ts';
import { FREE_TIME_KINDS, type FreeTimeClock, type FreeTimeKind } from './free-time-clock.ts';
import { spanOf } from './span.ts';
import type { FreeTimeTerms } from './terms.ts';

export type UnboundClock = Omit<FreeTimeClock, 'binding'>;

/** The free times that carriers and terminals tell, the last word of each: one clock a source, charge and box. */
export function toldClocks(cargo: Cargo, terms: FreeTimeTerms): UnboundClock[] {
  const groups = saidDeadlines(cargo.facts.claims, 'FREE_TIME_ENDS', (claim) =>
    [kindOf(claim), claim.event.equipment?.reference].join('|'),
  );
  return groups.flat().map(({ claim, endsAt, source }): UnboundClock => {
    const { equipment, place, time } = claim.event;
    const kind = kindOf(claim);
    const container = equipment?.reference ?? null;
    const zone = (place && terms.zoneOf(place)) ?? time.zone;
    return {
      container,
      kind,
      basis: source.kind === 'TERMINAL' ? 'TERMINAL' : 'ARRIVAL_NOTICE',
      // A term that ends at midnight ends with the day before, however it is written.
      lastFreeDay: localDate(zone, endsAt - 1) ?? time.local.slice(0, 10),
      endsAt,
      ...spanOf(cargo, kind, container, place),
      place,
      zone,
      isCertain: true,
      isConfirmed: true,
      rates: [],
      tariff: null,
      evidence: [claim.id],
    };
  });
}

function kindOf({ event }: FactClaim): FreeTimeKind | null {
  return FREE_TIME_KINDS.find((kind) => kind === event.reason?.code) ?? null;
}
