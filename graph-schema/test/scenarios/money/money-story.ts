import { deriveExceptions } from '../../../src/domain/exceptions/derive-exceptions.ts';
import { deriveFreeTime } from '../../../src/domain/free-time/derive-free-time.ts';
import type { FreeTimeClock, FreeTimeKind } from '../../../src/domain/free-time/free-time-clock.ts';
import type { Tariff } from '../../../src/domain/free-time/tariff.ts';
import type { FreeTimeTerms } from '../../../src/domain/free-time/terms.ts';
import { container } from '../../../src/domain/claim.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { placeOf } from '../../../src/domain/journey/milestone.ts';
import type { PlaceRef, TransportRef } from '../../../src/domain/tracking-event.ts';
import { eventId } from '../../../src/identity/event-id.ts';
import { getExceptionRules } from '../../../src/reference/exception-rules.ts';
import { getCalendars } from '../../../src/reference/holidays.ts';
import { getTariffs } from '../../../src/reference/tariffs.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { sampleGazetteer } from '../../../src/testing/sample-gazetteer.ts';
import { rotterdam, santos } from '../../../src/testing/sample-locations.ts';
import { reasoned } from '../exceptions/show-exceptions.ts';

export const bill = 'MASTER_BILL:COSU6400000017';
export const [box, other] = ['CSQU3054383', 'CBHU6142088'] as const;
export const meridian = ship('MERIDIAN', '012W', '9321483');

/** The bundled tariffs and calendars, or others. */
export function terms(tariffs: readonly Tariff[] = getTariffs()): FreeTimeTerms {
  const zoneOf = ({ unLocode }: PlaceRef) => (unLocode ? (sampleGazetteer.findLocode(unLocode)?.zone ?? null) : null); // prettier-ignore
  return { tariffs, calendars: getCalendars(), zoneOf };
}

interface Term {
  readonly by?: 'CARRIER' | 'TERMINAL';
  readonly box?: string;
  readonly heard?: string;
  readonly where?: PlaceRef;
}

/** Somebody, the carrier unless said otherwise, tells until when it is free. */
export function free(kind: FreeTimeKind, until: string, more: Term = {}): FactClaim {
  const { by = 'CARRIER', where = rotterdam, heard = '2026-09-01T00:00:00Z' } = more;
  const claim = told(by, 'FREE_TIME_ENDS', until, where, { classifier: 'PLANNED', paper: bill, heard, ...(more.box ? { box: more.box } : {}) }); // prettier-ignore
  return reasoned(claim, 'FREE_TIME', kind);
}

/** Off the ship full, where the carriage ends; the box is of 40 feet unless said otherwise. */
export function discharged(
  one: string,
  when: string,
  where: PlaceRef,
  sizeType = '45G1',
  on: TransportRef = meridian,
): FactClaim {
  return sized(told('TERMINAL', 'DISCHARGED', when, where, { box: one, load: 'FULL', on, paper: bill, from: santos }), one, sizeType); // prettier-ignore
}

export function gateOut(one: string, when: string, where: PlaceRef): FactClaim {
  return told('TERMINAL', 'GATED_OUT', when, where, { box: one, load: 'FULL', paper: bill });
}

export function returned(one: string, when: string, where: PlaceRef): FactClaim {
  return told('TERMINAL', 'GATED_IN', when, where, { box: one, load: 'EMPTY' });
}

function sized(claim: FactClaim, one: string, sizeType: string): FactClaim {
  const event = { ...claim.event, equipment: container(one, { sizeType }) };
  return { ...claim, id: eventId(event), event };
}

const LATER = Date.parse('2027-06-01T00:00:00Z');

export function clocksOf(story: readonly FactClaim[], by: FreeTimeTerms = terms()): FreeTimeClock[] {
  const facts = factsOf(bill, story);
  return deriveFreeTime({ ...deriveJourney(facts, LATER), facts, holds: [] }, by);
}

/** The open and closed exceptions of free time at an instant, as `WARNING DEMURRAGE CSQU… until 2026-12-05T23:00`. */
export function lastFreeDays(
  story: readonly FactClaim[],
  instant: string,
  by: FreeTimeTerms = terms(),
): string {
  const now = Date.parse(instant);
  const facts = factsOf(bill, story);
  const input = { ...deriveJourney(facts, now), facts, holds: [] };
  const freeTime = deriveFreeTime(input, by);
  const { exceptions } = deriveExceptions({ ...input, freeTime, now }, getExceptionRules());
  return exceptions
    .filter(({ kind }) => kind === 'LAST_FREE_DAY')
    .map(({ severity, of, subject, figures, closedAt }) =>
      [severity, of, ...subject.containers, 'until', String(figures['until']).slice(0, 16), closedAt === null ? '' : 'closed'].join(' ').trim(),
    )
    .join('\n'); // prettier-ignore
}

/** `* DEMURRAGE CSQU3054383 ARRIVAL_NOTICE 2026-12-07 (till 12-07T23:00Z) at NLRTM`; `*` binds, `?` is not certain. */
export function showClocks(clocks: readonly FreeTimeClock[]): string {
  return clocks
    .map((clock) => {
      const until = new Date(clock.endsAt).toISOString().slice(5, 16);
      const by = clock.basis === 'TARIFF' ? `TARIFF ${clock.tariff}` : clock.basis;
      const day = `${clock.lastFreeDay}${clock.isCertain ? '' : '?'}`;
      const stopped = clock.stoppedAt === null ? '' : ` stopped ${new Date(clock.stoppedAt).toISOString().slice(5, 16)}`;
      return `${clock.binding ? '*' : '-'} ${clock.kind} ${clock.container ?? 'all'} ${by} ${day} (till ${until}Z) at ${placeOf(clock.place)}${stopped}`;
    })
    .join('\n'); // prettier-ignore
}
