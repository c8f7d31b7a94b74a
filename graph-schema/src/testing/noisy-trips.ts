import { documentRef } from '../domain/claim.ts';
import type { CycleClaim } from '../domain/cycle-claim.ts';
import type { EventCode } from '../domain/event-code.ts';
import { identifierKey, type IdentifierKey } from '../domain/identifier.ts';
import type { LoadState } from '../domain/tracking-event.ts';
import { mulberry32 } from './mulberry32.ts';

/** A claim as it was told, with what is wrong about it. */
export interface NoisyClaim {
  readonly claim: CycleClaim;
  /** Box that it is told of, counted from 0. */
  readonly box: number;
  /** The trip that it truly is of, over all boxes; not one of the told box where the number is wrong. */
  readonly trip: number;
  /** Null where all is true; else the number of another box, or another day. */
  readonly wrong: 'BOX' | 'DAY' | null;
}

/** What noisy trips are like. Rates from 0 to 1. */
export interface Noise {
  readonly boxes: number;
  /** Of gate moves that nobody tells. */
  readonly missing: number;
  /** Of claims that are told wrong: half of another box, half of another day, 1 to 12 days off. */
  readonly wrong: number;
}

/** Claims about many boxes, with what belongs together by other papers. */
export interface NoisyWorld {
  readonly claims: readonly NoisyClaim[];
  /** Claims by the box that they are told of. */
  readonly byBox: ReadonlyMap<number, readonly NoisyClaim[]>;
  /** Booking and bill of every trip. */
  readonly together: readonly (readonly [IdentifierKey, IdentifierKey])[];
}

interface Step {
  readonly code: EventCode;
  readonly loadState: LoadState;
  readonly day: number;
  readonly names: 'BOOKING' | 'BILL' | 'NONE';
}

const STEPS: readonly Step[] = [
  { code: 'GATED_OUT', loadState: 'EMPTY', day: 0, names: 'BOOKING' },
  { code: 'GATED_IN', loadState: 'FULL', day: 2, names: 'NONE' },
  { code: 'LOADED', loadState: 'FULL', day: 4, names: 'BILL' },
  { code: 'DISCHARGED', loadState: 'FULL', day: 20, names: 'BILL' },
  { code: 'GATED_OUT', loadState: 'FULL', day: 23, names: 'NONE' },
  { code: 'GATED_IN', loadState: 'EMPTY', day: 26, names: 'NONE' },
];
const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const VOYAGES = 400;

/** Two to four trips of each box, one after the other, told with gaps and errors; the same for the same seed. */
export function noisyTrips(seed: number, noise: Noise): NoisyWorld {
  const random = mulberry32(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const claims: NoisyClaim[] = [];
  const together: [IdentifierKey, IdentifierKey][] = [];
  for (let box = 0; box < noise.boxes; box += 1) {
    let begin = START + between(0, 40) * DAY_MS;
    for (let left = between(2, 4); left > 0; left -= 1) {
      const trip = together.length;
      const bill = identifierKey('MASTER_BILL', documentRef('MASTER_BILL', `TLNE${trip}`).number);
      const booking = identifierKey('BOOKING', documentRef('BOOKING', `BKG${trip}`).number);
      together.push([booking, bill]);
      const gateNames = random() < 0.5;
      const run = random() < 0.5 ? identifierKey('VOYAGE', `9074729/${between(1, VOYAGES)}W`) : null;
      for (const [index, step] of STEPS.entries()) {
        if (step.names !== 'BILL' && random() < noise.missing) continue;
        const documents =
          step.names === 'BILL' ? [bill] : step.names === 'BOOKING' && gateNames ? [booking] : [];
        const isWrong = random() < noise.wrong;
        const wrong = !isWrong ? null : random() < 0.5 ? 'BOX' : 'DAY';
        const off = wrong === 'DAY' ? (random() < 0.5 ? -1 : 1) * between(1, 12) : 0;
        claims.push({
          claim: {
            id: `${trip}_${index}`,
            at: begin + (step.day + off) * DAY_MS + between(0, 600) * 60_000,
            code: step.code,
            classifier: 'ACTUAL',
            loadState: step.loadState,
            documents,
            listing: false,
            run: step.names === 'BILL' ? run : null,
            place: null,
            point: null,
          },
          box: wrong === 'BOX' ? (box + between(1, noise.boxes - 1)) % noise.boxes : box,
          trip,
          wrong,
        });
      }
      begin += (27 + between(1, 40)) * DAY_MS;
    }
  }
  return { claims, byBox: groupedByBox(claims), together };
}

function groupedByBox(claims: readonly NoisyClaim[]): Map<number, NoisyClaim[]> {
  const byBox = new Map<number, NoisyClaim[]>();
  for (const told of claims) {
    const ofBox = byBox.get(told.box);
    if (ofBox) ofBox.push(told);
    else byBox.set(told.box, [told]);
  }
  return byBox;
}
