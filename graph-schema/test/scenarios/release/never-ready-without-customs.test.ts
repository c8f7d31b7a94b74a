import { array, assert, constantFrom, nat, property, subarray, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_CODES, type EventCode } from '../../../src/domain/event-code.ts';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import type { PlaceRef } from '../../../src/domain/tracking-event.ts';
import { ship, told } from '../../../src/testing/journey-story.ts';
import {
  duisburg,
  longBeach,
  ningbo,
  rotterdam,
  santos,
  shanghai,
} from '../../../src/testing/sample-locations.ts';
import { listing, readinessOf } from './readiness-story.ts';

const bill = 'MASTER_BILL:COSU6400000082';
const boxes = ['CBHU6142088', 'CSQU3054383'];
const on = ship('ATLANTICA', '045E', '9074729');
/** Without one of these customs have let nothing go. */
const LETS_GO = new Set<EventCode>([
  'DECL_RELEASED', 'RELEASED_ON_GUARANTEE', 'DECL_CLOSED', 'ENTRY_PERMITTED', 'TRANSIT_RELEASED', 'TRANSIT_DEPARTED',
  'TRANSIT_ARRIVED', 'TRANSIT_CLOSED',
]); // prettier-ignore
const entry = 'MRN:26NL000510AB12CD34';
const papers: readonly IdentifierKey[] = [bill, entry, 'TRANSIT:2202202600057713', 'DELIVERY_ORDER:DO77'];

/** A port with what makes boxes ready there, but for the release, and whatever else can be told of papers. */
interface Pool {
  readonly cleared: readonly FactClaim[];
  readonly released: FactClaim;
  readonly anything: readonly FactClaim[];
}

function poolOf(port: PlaceRef): Pool {
  const customs = (code: EventCode, when: string, paper: IdentifierKey = bill) =>
    told('CUSTOMS', code, when, port, { paper });
  const anything = DOCUMENT_CODES.flatMap((code, index) =>
    papers.map((paper, which) => {
      const day = String(1 + ((index * 7 + which) % 28)).padStart(2, '0');
      const claim = customs(code, `2026-11-${day} 1${which}:00`, paper);
      return index % 3 === 0 ? listing(claim, boxes[which % 2] ?? '') : claim;
    }),
  );
  const moves = boxes.flatMap((box) => [
    told('CARRIER', 'LOADED', '2026-10-15 04:10', santos, { box, load: 'FULL', on, paper: bill, to: port }),
    told('TERMINAL', 'DISCHARGED', '2026-11-17 17:35', port, { box, load: 'FULL', on, paper: bill }),
    told('TERMINAL', 'AVAILABLE', '2026-11-18 17:35', port, { box }),
  ]);
  const cleared = [
    ...moves,
    customs('MANIFEST_ACCEPTED', '2026-11-18 10:00'),
    customs('ARRIVAL_REPORT_ACCEPTED', '2026-11-18 11:00'),
    customs('DECL_RECEIVED', '2026-11-18 12:00', entry),
    customs('DECL_ASSESSED', '2026-11-18 13:00', entry),
    customs('DUTY_PAID', '2026-11-18 14:00', entry),
    customs('DO_ISSUED', '2026-11-18 15:00', 'DELIVERY_ORDER:DO77'),
  ];
  return { cleared, released: customs('DECL_RELEASED', '2026-11-19 10:00', entry), anything };
}

const pools = [ningbo, shanghai, longBeach, rotterdam, duisburg].map(poolOf);
/** Much of what makes boxes ready, and some of anything else. */
const stories = nat(pools.length - 1).chain((index) => {
  const { cleared = [], anything = [] } = pools[index] ?? {};
  return tuple(
    subarray([...cleared], { minLength: cleared.length - 3 }),
    array(constantFrom(...anything), { maxLength: 6 }),
  ).map(([some, others]) => [...some, ...others]);
});

describe('release readiness', { timeout: 60_000 }, () => {
  it('is never reached, whatever else is told, without customs letting something go', () => {
    assert(
      property(stories, (claims) => {
        const without = claims.filter((claim) => !LETS_GO.has(claim.event.code));
        for (const one of readinessOf(bill, without)) expect(one.verdict).not.toBe('READY');
      }),
      { numRuns: 400 },
    );
  });

  it('is unknown while nothing of customs is told', () => {
    const ofTrade = /^(?:BL|DO|EIR|GATE_PASS|FREIGHT|BOOKING|SI|VGM|LOADED|DISCHARGED|AVAILABLE)/;
    assert(
      property(stories, (claims) => {
        const trade = claims.filter(
          (claim) => ofTrade.test(claim.event.code) && claim.event.code !== 'GATE_PASS_REJECTED',
        );
        for (const one of readinessOf(bill, trade)) expect(one.verdict).toBe('UNKNOWN');
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order in which it was told', () => {
    assert(
      property(stories, (claims) => {
        expect(readinessOf(bill, [...claims].reverse())).toEqual(readinessOf(bill, claims));
      }),
      { numRuns: 100 },
    );
  });

  it('holds of every part what it says of the whole', () => {
    assert(
      property(stories, (claims) => {
        const ids = new Set(claims.map((claim) => claim.id));
        for (const { verdict, blocking, proof } of readinessOf(bill, claims)) {
          const states = proof.parts.map((part) => part.state);
          expect(proof.state === 'MET').toBe(
            states.every((state) => state === 'MET' || state === 'NOT_NEEDED'),
          );
          expect(verdict === 'READY').toBe(proof.state === 'MET' && verdict !== 'LEFT');
          expect(blocking === null).toBe(verdict !== 'NOT_READY');
          expect(blocking?.actor).not.toBeNull();
          expect(proof.parts.flatMap((part) => part.evidence).filter((id) => !ids.has(id))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    'DECL_DETAINED',
    'CUSTOMS_HOLD_PLACED',
    'DECL_SELECTED',
    'MANIFEST_REJECTED',
    'DO_REVOKED',
  ] as const)('is reached by the release, and lost again by %s, in every territory', (code) => {
    for (const { cleared, released } of pools) {
      const verdicts = (...more: readonly FactClaim[]) =>
        readinessOf(bill, [...cleared, released, ...more]).map((one) => one.verdict);
      expect(verdicts()).toEqual(['READY', 'READY']);
      const stop = told('CUSTOMS', code, '2026-11-20 10:00', released.event.place, { paper: bill });
      expect(verdicts(stop)).toEqual(['NOT_READY', 'NOT_READY']);
    }
  });
});
