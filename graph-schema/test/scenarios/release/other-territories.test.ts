import { describe, expect, it } from 'vitest';
import type { EventCode } from '../../../src/domain/event-code.ts';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { getReleaseLeaves } from '../../../src/reference/release-leaves.ts';
import { ship, told, train } from '../../../src/testing/journey-story.ts';
import {
  duisburg,
  longBeach,
  ningbo,
  rotterdam,
  santos,
  singapore,
} from '../../../src/testing/sample-locations.ts';
import { leafOf, readinessOf, showAfterEach, showEach, showVerdict } from './readiness-story.ts';

const bill = 'MASTER_BILL:COSU6400000082';
const box = 'CSQU3054383';
const on = ship('ATLANTICA', '045E', '9074729');
const toLongBeach = (code: EventCode, when: string, paper: IdentifierKey = bill) => told('CUSTOMS', code, when, longBeach, { paper }); // prettier-ignore

describe('a box for the United States', () => {
  const entry = 'DECLARATION:23100012345';
  const afloat: FactClaim[] = [
    told('TERMINAL', 'LOADED', '2026-10-15 04:10', ningbo, {
      box,
      load: 'FULL',
      on,
      paper: bill,
      to: longBeach,
    }),
    told('CARRIER', 'DEPARTED', '2026-10-15 21:30', ningbo, { box, on, paper: bill, to: longBeach }),
  ];
  const landed = told('TERMINAL', 'DISCHARGED', '2026-11-03 10:00', longBeach, {
    box,
    load: 'FULL',
    on,
    paper: bill,
  });

  it('is let go by customs, by the carrier and by the terminal, while none of several holds stands', () => {
    const steps = [
      toLongBeach('MANIFEST_ACCEPTED', '2026-10-20 10:00'),
      landed,
      toLongBeach('CUSTOMS_HOLD_PLACED', '2026-11-03 11:00'),
      toLongBeach('DECL_RELEASED', '2026-11-03 12:00', entry),
      toLongBeach('CUSTOMS_HOLD_LIFTED', '2026-11-04 12:00'),
      told('CARRIER', 'DO_ISSUED', '2026-11-04 13:00', longBeach, { paper: bill }),
      told('TERMINAL', 'AVAILABLE', '2026-11-04 14:00', longBeach, { box }),
    ];
    expect(showAfterEach(bill, afloat, steps)).toMatchInlineSnapshot(`
      "MANIFEST_ACCEPTED: EXPORT LEFT | NOT_READY DECLARATION DECLARANT
      DISCHARGED: EXPORT LEFT | NOT_READY DECLARATION DECLARANT
      CUSTOMS_HOLD_PLACED: EXPORT LEFT | NOT_READY HOLDS CUSTOMS
      DECL_RELEASED: EXPORT LEFT | NOT_READY HOLDS CUSTOMS
      CUSTOMS_HOLD_LIFTED: EXPORT LEFT | NOT_READY CARRIER_RELEASE CARRIER
      DO_ISSUED: EXPORT LEFT | NOT_READY TERMINAL TERMINAL
      AVAILABLE: EXPORT LEFT | READY"
    `);
  });

  it('needs no arrival report, duty or delivery order of its own, which China has', () => {
    const [, entering] = readinessOf(bill, [...afloat, landed]);
    const notNeeded = entering?.proof.parts
      .filter((part) => part.state === 'NOT_NEEDED')
      .map((part) => part.kind);
    expect(notNeeded).toEqual(['ARRIVAL_REPORT', 'QUARANTINE', 'DUTY', 'TRANSIT', 'DELIVERY_ORDER', 'FEES']);
  });

  it('was to be released from China first', () => {
    const inPort = told('TERMINAL', 'GATED_IN', '2026-10-12 04:10', ningbo, {
      box,
      load: 'FULL',
      paper: bill,
    });
    const booked = told('CARRIER', 'DEPARTED', '2026-10-15 21:30', ningbo, {
      on,
      box,
      to: longBeach,
      classifier: 'PLANNED',
    });
    const papers = (code: EventCode, when: string) => told('CUSTOMS', code, when, ningbo, { paper: bill });
    const steps = [
      papers('MANIFEST_ACCEPTED', '2026-10-11 10:00'),
      papers('ARRIVAL_REPORT_ACCEPTED', '2026-10-12 05:00'),
      told('CUSTOMS', 'DECL_RELEASED', '2026-10-13 10:00', ningbo, {
        paper: 'DECLARATION:310420260000000014',
      }),
      papers('MANIFEST_NO_LOAD', '2026-10-13 12:00'),
      papers('MANIFEST_RELEASED', '2026-10-13 15:00'),
      afloat,
    ];
    expect(showAfterEach(bill, [inPort, booked], steps)).toMatchInlineSnapshot(`
      "MANIFEST_ACCEPTED: EXPORT NOT_READY ARRIVAL_REPORT TERMINAL | UNKNOWN
      ARRIVAL_REPORT_ACCEPTED: EXPORT NOT_READY DECLARATION DECLARANT | UNKNOWN
      DECL_RELEASED: EXPORT READY | UNKNOWN
      MANIFEST_NO_LOAD: EXPORT NOT_READY MANIFEST CUSTOMS | UNKNOWN
      MANIFEST_RELEASED: EXPORT READY | UNKNOWN
      LOADED DEPARTED: EXPORT LEFT | UNKNOWN"
    `);
  });
});

describe('a box for Duisburg by Rotterdam', () => {
  const feeder = ship('KAPOK', '114S', '9305570');
  const barge = train('42317', '2026-11-22');
  const t1 = 'MRN:26NL000510AB12CD34';
  const afloat: FactClaim[] = [
    told('TERMINAL', 'LOADED', '2026-10-15 04:10', santos, { box, load: 'FULL', on: feeder, paper: bill, to: singapore }),
    told('TERMINAL', 'DISCHARGED', '2026-10-25 04:10', singapore, { box, load: 'FULL', on: feeder, paper: bill }),
    told('TERMINAL', 'LOADED', '2026-10-28 04:10', singapore, { box, load: 'FULL', on, paper: bill, to: rotterdam }),
    told('TERMINAL', 'DISCHARGED', '2026-11-20 04:10', rotterdam, { box, load: 'FULL', on, paper: bill }),
    told('RAIL', 'BOOKED', '2026-11-20 10:00', rotterdam, { box, on: barge, from: rotterdam, to: duisburg }),
  ]; // prettier-ignore
  const dutch = (code: EventCode, when: string) => told('CUSTOMS', code, when, rotterdam, { paper: t1 });

  it('enters the Union at Rotterdam, unless a transit takes it to Duisburg', () => {
    const entered = told('CUSTOMS', 'MANIFEST_ACCEPTED', '2026-11-10 10:00', rotterdam, { paper: bill });
    expect(showEach(readinessOf(bill, [...afloat, entered]))).toEqual([
      'CSQU3054383 NLRTM NOT_READY DECLARATION DECLARANT',
    ]);
    const released = [
      dutch('TRANSIT_DECLARED', '2026-11-20 09:00'),
      dutch('TRANSIT_RELEASED', '2026-11-20 12:00'),
    ];
    const order = told('CARRIER', 'DO_ISSUED', '2026-11-20 13:00', rotterdam, { paper: bill });
    expect(showEach(readinessOf(bill, [...afloat, entered, ...released, order]))).toEqual([
      'CSQU3054383 NLRTM TRANSIT READY',
      'CSQU3054383 DEDUI NOT_READY DECLARATION DECLARANT',
    ]);
  });

  it('is not judged at the port where it only changed ships', () => {
    expect(readinessOf(bill, afloat).map((one) => one.place.unLocode)).toEqual(['NLRTM']);
  });
});

describe('what a country asks for', () => {
  it('is data: without the rule the leaf is not needed', () => {
    const claims = [
      told('TERMINAL', 'LOADED', '2026-10-15 04:10', santos, {
        box,
        load: 'FULL',
        on,
        paper: bill,
        to: ningbo,
      }),
      told('TERMINAL', 'DISCHARGED', '2026-11-17 04:10', ningbo, { box, load: 'FULL', on, paper: bill }),
      told('CUSTOMS', 'DECL_RELEASED', '2026-11-18 10:00', ningbo, {
        paper: 'DECLARATION:310420261000000014',
      }),
    ];
    const leaves = getReleaseLeaves();
    const rules = leaves.rules.filter((rule) => rule.leaf !== 'DELIVERY_ORDER');
    expect(readinessOf(bill, claims).map(showVerdict)).toEqual(['NOT_READY DELIVERY_ORDER CARRIER']);
    const [judged] = readinessOf(bill, claims, { ...leaves, rules });
    expect([judged?.verdict, leafOf(judged, 'DELIVERY_ORDER')?.state]).toEqual(['READY', 'NOT_NEEDED']);
    expect(readinessOf(bill, claims, { ...leaves, rules: [] })).toEqual([]);
  });

  it('is nothing where no border is crossed', () => {
    const home = [
      told('TERMINAL', 'LOADED', '2026-10-15 04:10', rotterdam, {
        box,
        load: 'FULL',
        on,
        paper: bill,
        to: duisburg,
      }),
      told('TERMINAL', 'DISCHARGED', '2026-10-17 04:10', duisburg, { box, load: 'FULL', on, paper: bill }),
    ];
    expect(readinessOf(bill, home)).toEqual([]);
  });
});
