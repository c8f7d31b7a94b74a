import { describe, expect, it } from 'vitest';
import type { EventCode } from '../../../src/domain/event-code.ts';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { each, flight, ship, told } from '../../../src/testing/journey-story.ts';
import {
  customsOffice,
  luxembourgAirport,
  ningbo,
  santos,
  zhengzhouAirport,
} from '../../../src/testing/sample-locations.ts';
import { leafOf, listing, readinessOf, showAfterEach, showEach, showVerdict } from './readiness-story.ts';

const bill = 'MASTER_BILL:COSU6400000082';
const [first, second] = ['DECLARATION:310420261000000014', 'DECLARATION:310420261000000022'] as const;
const [a, b] = ['CBHU6142088', 'CSQU3054383'] as const;
const on = ship('ATLANTICA', '045E', '9074729');
const customs = (code: EventCode, when: string, paper: IdentifierKey = first) =>
  told('CUSTOMS', code, when, customsOffice('3104'), { paper });
const order = (code: EventCode, when: string, paper: IdentifierKey = 'DELIVERY_ORDER:DO77') =>
  told('CARRIER', code, when, ningbo, { paper });
const landed: FactClaim[] = [
  ...each([a, b], (box) => told('CARRIER', 'LOADED', '2026-10-15 04:10', santos, { box, load: 'FULL', on, paper: bill })),
  told('CUSTOMS', 'MANIFEST_ACCEPTED', '2026-11-11 11:00', ningbo, { paper: bill }),
  ...each([a, b], (box) => told('TERMINAL', 'DISCHARGED', '2026-11-17 17:35', ningbo, { box, load: 'FULL', on, paper: bill })),
  told('CUSTOMS', 'ARRIVAL_REPORT_ACCEPTED', '2026-11-17 21:04', ningbo, { paper: bill }),
  order('DO_ISSUED', '2026-11-17 22:00'),
]; // prettier-ignore
const cleared = [...landed, customs('DECL_RELEASED', '2026-11-20 10:00')];
const verdicts = (claims: readonly FactClaim[]) => readinessOf(bill, claims).map(showVerdict);

describe('two declarations of one bill', () => {
  const filed = [
    customs('DECL_RECEIVED', '2026-11-18 09:00'),
    customs('DECL_RECEIVED', '2026-11-18 09:05', second),
  ];
  const released = customs('DECL_RELEASED', '2026-11-19 09:00');

  it('release the boxes that the released one lists', () => {
    const [one, other] = filed.map((claim, index) => listing(claim, index === 0 ? a : b));
    expect(one && other && showEach(readinessOf(bill, [...landed, one, other, released]))).toEqual([
      'CBHU6142088 CNNBO READY',
      'CSQU3054383 CNNBO NOT_READY DECLARATION CUSTOMS',
    ]);
  });

  it('release nothing while one is not released and none says whose it is', () => {
    expect(verdicts([...landed, ...filed, released])).toEqual([
      'NOT_READY DECLARATION CUSTOMS',
      'NOT_READY DECLARATION CUSTOMS',
    ]);
    const both = readinessOf(bill, [
      ...landed,
      ...filed,
      released,
      customs('DECL_RELEASED', '2026-11-19 10:00', second),
    ]);
    expect(both.map((one) => one.verdict)).toEqual(['READY', 'READY']);
    expect(leafOf(both[0], 'DECLARATION')?.parts.map((part) => part.document)).toEqual([first, second]);
  });

  it('leave a box that neither lists undeclared', () => {
    const onlyA = filed.map((claim) => listing(claim, a));
    expect(verdicts([...landed, ...onlyA, released])[1]).toBe('NOT_READY DECLARATION DECLARANT');
  });

  it('count no more once one is cancelled, released or not', () => {
    const cancelled = customs('DECL_CANCELLED', '2026-11-19 12:00', second);
    expect(verdicts([...landed, ...filed, released, cancelled])).toEqual(['READY', 'READY']);
    const deleted = customs('DECL_CANCELLED', '2026-11-21 12:00');
    expect(verdicts([...cleared, deleted])[0]).toBe('NOT_READY DECLARATION DECLARANT');
  });
});

describe('a declaration', () => {
  it('that was cancelled gives way to the one that was filed instead, whether or not that lists boxes', () => {
    const cancelled = [listing(customs('DECL_RECEIVED', '2026-11-18 09:00'), a), customs('DECL_CANCELLED', '2026-11-18 12:00')]; // prettier-ignore
    expect(verdicts([...landed, ...cancelled])[0]).toBe('NOT_READY DECLARATION DECLARANT');
    expect(verdicts([...landed, ...cancelled, customs('DECL_RELEASED', '2026-11-19 09:00', second)])[0]).toBe(
      'READY',
    );
  });

  it('that was refused waits for the declarant until it is filed again', () => {
    const refused = [...landed, customs('DECL_REJECTED', '2026-11-18 09:00')];
    expect(verdicts(refused)[0]).toBe('NOT_READY DECLARATION DECLARANT');
    expect(verdicts([...refused, customs('DECL_RECEIVED', '2026-11-18 10:00')])[0]).toBe(
      'NOT_READY DECLARATION CUSTOMS',
    );
  });

  it('is released by customs, and by what a terminal says of a box only while customs number none', () => {
    const word = told('TERMINAL', 'DECL_RELEASED', '2026-11-19 09:00', ningbo, { box: a, paper: bill });
    expect(verdicts([...landed, word])).toEqual(['READY', 'NOT_READY DECLARATION DECLARANT']);
    expect(verdicts([...landed, word, customs('DECL_RECEIVED', '2026-11-18 09:00')])[0]).toBe(
      'NOT_READY DECLARATION CUSTOMS',
    );
  });
});

describe('a hold', () => {
  const held = (box: string | undefined, by: 'TERMINAL' | 'CARRIER' = 'TERMINAL') =>
    told(by, 'HELD', '2026-11-20 12:00', ningbo, box === undefined ? { paper: bill } : { box });

  it('on one box blocks that box only, and without a box all', () => {
    expect(verdicts([...cleared, held(b)])).toEqual(['READY', 'NOT_READY HOLDS TERMINAL']);
    expect(verdicts([...cleared, held(undefined)])).toEqual([
      'NOT_READY HOLDS TERMINAL',
      'NOT_READY HOLDS TERMINAL',
    ]);
  });

  it('is lifted box by box', () => {
    const lifted = told('TERMINAL', 'HOLD_LIFTED', '2026-11-20 15:00', ningbo, { box: a });
    expect(verdicts([...cleared, held(a), held(b), lifted])).toEqual(['READY', 'NOT_READY HOLDS TERMINAL']);
  });

  it('is shown with who placed it, each beside the others', () => {
    const inspected = customs('DECL_SELECTED', '2026-11-20 13:00');
    const [one] = readinessOf(bill, [...cleared, held(a, 'CARRIER'), inspected]);
    expect(leafOf(one, 'HOLDS')?.parts.map((part) => part.actor)).toEqual(['CUSTOMS', 'CARRIER']);
  });

  it('in another port holds nothing here', () => {
    const there = told('TERMINAL', 'HELD', '2026-10-14 12:00', santos, { box: a });
    expect(verdicts([...cleared, there])).toEqual(['EXPORT LEFT', 'READY', 'READY']);
  });
});

describe('a delivery order', () => {
  it('that is called back lets nothing go until another is issued', () => {
    const revoked = [...cleared, order('DO_REVOKED', '2026-11-20 12:00')];
    expect(verdicts(revoked)[0]).toBe('NOT_READY DELIVERY_ORDER CARRIER');
    expect(verdicts([...revoked, order('DO_ISSUED', '2026-11-20 18:30', 'DELIVERY_ORDER:DO78')])[0]).toBe(
      'READY',
    );
  });

  it('called back under a number of its own is called back all the same', () => {
    const revoked = order('DO_REVOKED', '2026-11-20 12:00', 'DELIVERY_ORDER:CANCEL1');
    expect(verdicts([...cleared, revoked])[0]).toBe('NOT_READY DELIVERY_ORDER CARRIER');
  });
});

describe('a box', () => {
  const out = told('TERMINAL', 'GATED_OUT', '2026-11-19 09:00', ningbo, { box: a, load: 'FULL' });

  it('that left is gone, and the other is judged on', () => {
    expect(verdicts([...landed, out])).toEqual(['LEFT', 'NOT_READY DECLARATION DECLARANT']);
  });

  it('that went out to be inspected and came back is there', () => {
    const back = told('TERMINAL', 'GATED_IN', '2026-11-19 18:00', ningbo, { box: a, load: 'FULL' });
    expect(verdicts([...landed, out, back])[0]).toBe('NOT_READY DECLARATION DECLARANT');
  });

  it('is judged by its own times and claims, though both moves stand on one line', () => {
    const moved = (code: 'GATED_OUT' | 'GATED_IN', box: string, when: string) =>
      told('TERMINAL', code, when, ningbo, { box, load: 'FULL' });
    // Box b comes back from inspection after a left for good, and before it leaves itself.
    const moves = [
      moved('GATED_OUT', a, '2026-11-21 08:00'),
      moved('GATED_IN', b, '2026-11-21 09:00'),
      moved('GATED_OUT', b, '2026-11-21 10:00'),
    ];
    expect(verdicts([...cleared, ...moves.slice(0, 2)])).toEqual(['LEFT', 'READY']);
    expect(verdicts([...cleared, ...moves])).toEqual(['LEFT', 'LEFT']);
    const [one, other] = readinessOf(bill, cleared).map(
      (readiness) => leafOf(readiness, 'TERMINAL')?.evidence,
    );
    expect(one).toHaveLength(1);
    expect(one).not.toEqual(other);
  });
});

describe('a cargo without boxes', () => {
  it('is judged as one, by air without a delivery order, as the waybill itself is handed over', () => {
    const waybill = 'AWB:172-26114686';
    const flown = flight('CV9735', '2026-11-17');
    const air = (code: EventCode, when: string, where = zhengzhouAirport) =>
      told('AIRLINE', code, when, where, { on: flown, paper: waybill, to: zhengzhouAirport });
    const steps = [
      air('CHECKED_IN', '2026-11-18 15:00'),
      told('CUSTOMS', 'DECL_RECEIVED', '2026-11-18 16:00', zhengzhouAirport, { paper: first }),
      told('CUSTOMS', 'DECL_RELEASED', '2026-11-18 18:00', zhengzhouAirport, { paper: first }),
      air('DELIVERED', '2026-11-19 09:00'),
    ];
    const before = [
      air('DEPARTED', '2026-11-17 20:00', luxembourgAirport),
      air('ARRIVED', '2026-11-18 13:00'),
    ];
    expect(showAfterEach(waybill, before, steps)).toMatchInlineSnapshot(`
      "CHECKED_IN: EXPORT LEFT | UNKNOWN
      DECL_RECEIVED: EXPORT LEFT | NOT_READY DECLARATION CUSTOMS
      DECL_RELEASED: EXPORT LEFT | READY
      DELIVERED: EXPORT LEFT | LEFT"
    `);
  });

  it('has not left while a part of it is still to come or to be handed over', () => {
    const waybill = 'AWB:172-26114686';
    const part = (code: EventCode, when: string, pieces: number, number = 'CV9735', where = zhengzhouAirport) =>
      told('AIRLINE', code, when, where, { on: flight(number, '2026-11-17'), paper: waybill, to: zhengzhouAirport, pieces: { pieces, ofPieces: 10 } }); // prettier-ignore
    const steps = [
      part('DEPARTED', '2026-11-17 20:00', 6, 'CV9735', luxembourgAirport),
      part('CHECKED_IN', '2026-11-18 15:00', 6),
      told('CUSTOMS', 'DECL_RELEASED', '2026-11-18 18:00', zhengzhouAirport, { paper: first }),
      part('DEPARTED', '2026-11-18 20:00', 4, 'CV9737', luxembourgAirport),
      part('DELIVERED', '2026-11-19 09:00', 6),
      part('CHECKED_IN', '2026-11-19 15:00', 4, 'CV9737'),
      part('DELIVERED', '2026-11-20 09:00', 4, 'CV9737'),
    ];
    const after = (count: number) => readinessOf(waybill, steps.slice(0, count)).map(showVerdict).at(-1);
    expect([3, 5, 6, 7].map(after)).toEqual([
      'NOT_READY TERMINAL TERMINAL',
      'NOT_READY TERMINAL TERMINAL',
      'READY',
      'LEFT',
    ]);
  });
});
