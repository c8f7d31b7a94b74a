import fc from 'fast-check';
import { claim, container, documentRef, placeRef, transport } from '../domain/claim.ts';
import type { EventCode } from '../domain/event-code.ts';
import type { LoadState, TrackingEvent } from '../domain/tracking-event.ts';

/** A claim with the trip that it truly belongs to: what the service has to find out by itself. */
export interface TrueClaim {
  readonly event: TrackingEvent;
  /** Index of the trip, or null for a claim about papers only. */
  readonly trip: number | null;
}

interface Step {
  readonly code: EventCode;
  readonly loadState: LoadState | null;
  readonly day: number;
  /** Which paper the sender names: gates often name none. */
  readonly names: 'BOOKING' | 'BILL' | 'NONE';
  /** Gate moves get lost in real life; loads and discharges with their bill are what carriers always send. */
  readonly mayBeMissing: boolean;
}

const STEPS: readonly Step[] = [
  { code: 'GATED_OUT', loadState: 'EMPTY', day: 0, names: 'BOOKING', mayBeMissing: true },
  { code: 'GATED_IN', loadState: 'FULL', day: 2, names: 'NONE', mayBeMissing: true },
  { code: 'LOADED', loadState: 'FULL', day: 4, names: 'BILL', mayBeMissing: false },
  { code: 'DISCHARGED', loadState: 'FULL', day: 20, names: 'BILL', mayBeMissing: false },
  { code: 'GATED_OUT', loadState: 'FULL', day: 23, names: 'NONE', mayBeMissing: true },
  { code: 'GATED_IN', loadState: 'EMPTY', day: 26, names: 'NONE', mayBeMissing: true },
];

const DAY_MS = 86_400_000;

/** Several trips of one container, one after the other, with gate moves missing and papers left out at will. */
export function containerTrips(reference: string, startMs: number): fc.Arbitrary<TrueClaim[]> {
  const trip = fc.record({
    idleDays: fc.integer({ min: 1, max: 40 }),
    missing: fc.array(fc.boolean(), { minLength: STEPS.length, maxLength: STEPS.length }),
    gateNames: fc.constantFrom<'BOOKING' | 'NONE'>('BOOKING', 'NONE'),
    minutes: fc.array(fc.integer({ min: 0, max: 600 }), { minLength: STEPS.length, maxLength: STEPS.length }),
    estimated: fc.boolean(),
  });
  return fc.array(trip, { minLength: 1, maxLength: 4 }).map((trips) => {
    const claims: TrueClaim[] = [];
    let begin = startMs;
    trips.forEach((shape, index) => {
      const booking = documentRef('BOOKING', `BKG${reference.slice(-6)}${index}`);
      const bill = documentRef('MASTER_BILL', `TLNE${reference.slice(-6)}${index}`);
      const at = (day: number, minutes: number) => begin + day * DAY_MS + minutes * 60_000;
      claims.push({ event: eventOf('BL_ISSUED', null, at(5, 0), null, [booking, bill]), trip: null });
      STEPS.forEach((step, i) => {
        if (step.mayBeMissing && shape.missing[i]) return;
        const named = step.names === 'BOOKING' ? shape.gateNames : step.names;
        const documents = named === 'BILL' ? [bill] : named === 'BOOKING' ? [booking] : [];
        claims.push({
          event: eventOf(
            step.code,
            step.loadState,
            at(step.day, shape.minutes[i] ?? 0),
            reference,
            documents,
          ),
          trip: index,
        });
      });
      if (shape.estimated) {
        const eta = {
          ...eventOf('DISCHARGED', 'FULL', at(19, 0), reference, [bill]),
          classifier: 'ESTIMATED' as const,
        };
        claims.push({ event: eta, trip: index });
      }
      begin += (27 + shape.idleDays) * DAY_MS;
    });
    return claims;
  });
}

function eventOf(
  code: EventCode,
  loadState: LoadState | null,
  atMs: number,
  reference: string | null,
  documents: TrackingEvent['documents'],
): TrackingEvent {
  const instant = new Date(atMs).toISOString().replace('.000Z', 'Z');
  return claim({
    code,
    classifier: 'ACTUAL',
    time: { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' },
    place: placeRef({ unLocode: 'CNNBO' }),
    equipment: reference === null ? null : container(reference),
    loadState,
    transport:
      code === 'LOADED' || code === 'DISCHARGED'
        ? transport({ mode: 'VESSEL', vesselImo: '9074729', voyage: '037W' })
        : null,
    documents,
  });
}
