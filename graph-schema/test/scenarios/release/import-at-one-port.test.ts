import { describe, expect, it } from 'vitest';
import type { EventCode } from '../../../src/domain/event-code.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { at, customsOffice, ningbo, santos } from '../../../src/testing/sample-locations.ts';
import { leafOf, readinessOf, showAfterEach } from './readiness-story.ts';

const bill = 'MASTER_BILL:COSU6400000082';
const declaration = 'DECLARATION:310420261000000014';
const box = 'CSQU3054383';
const on = ship('ATLANTICA', '045E', '9074729');
const customs = (code: EventCode, when: string) => told('CUSTOMS', code, when, customsOffice('3104'), { paper: declaration }); // prettier-ignore
const manifest = (code: EventCode, when: string) => told('CUSTOMS', code, when, ningbo, { paper: bill });
const carrier = (code: EventCode, when: string) => told('CARRIER', code, when, ningbo, { paper: bill });

const afloat: FactClaim[] = [
  told('CARRIER', 'LOADED', '2026-10-15 04:10', santos, { box, load: 'FULL', on, paper: bill, to: ningbo }),
  told('CARRIER', 'DEPARTED', '2026-10-15 21:30', santos, { on, paper: bill, to: ningbo }),
];
const arrived = told('CARRIER', 'ARRIVED', '2026-11-17 05:20', ningbo, { on, paper: bill });
const discharged = told('TERMINAL', 'DISCHARGED', '2026-11-17 17:35', at(ningbo, 'BLCT3'), { box, load: 'FULL', on, paper: bill }); // prettier-ignore
const gatedOut = told('TERMINAL', 'GATED_OUT', '2026-11-24 09:00', at(ningbo, 'BLCT3'), { box, load: 'FULL', paper: bill }); // prettier-ignore

const life = [
  manifest('MANIFEST_PARTIAL', '2026-11-10 09:00'),
  manifest('MANIFEST_SUBMITTED', '2026-11-11 09:00'),
  manifest('MANIFEST_REJECTED', '2026-11-11 09:30'),
  manifest('MANIFEST_ACCEPTED', '2026-11-11 11:00'),
  [arrived, discharged],
  manifest('ARRIVAL_REPORT_ACCEPTED', '2026-11-17 21:04'),
  customs('DECL_RECEIVED', '2026-11-18 09:12'),
  customs('DUTY_DUE', '2026-11-18 11:41'),
  customs('DECL_SELECTED', '2026-11-18 14:05'),
  customs('DECL_INSPECTED', '2026-11-20 19:07'),
  customs('DUTY_PAID', '2026-11-21 10:00'),
  customs('DECL_RELEASED', '2026-11-22 10:00'),
  carrier('DO_REQUESTED', '2026-11-22 11:00'),
  carrier('DO_ISSUED', '2026-11-22 16:00'),
  gatedOut,
] as const;

describe('an import at one port', () => {
  it('names what comes first of all that is missing, and who has to act, from the manifest to the gate', () => {
    expect(showAfterEach(bill, afloat, life)).toMatchInlineSnapshot(`
      "MANIFEST_PARTIAL: NOT_READY MANIFEST CARRIER
      MANIFEST_SUBMITTED: NOT_READY MANIFEST CUSTOMS
      MANIFEST_REJECTED: NOT_READY MANIFEST CARRIER
      MANIFEST_ACCEPTED: NOT_READY ARRIVAL_REPORT CARRIER
      ARRIVED DISCHARGED: NOT_READY ARRIVAL_REPORT TERMINAL
      ARRIVAL_REPORT_ACCEPTED: NOT_READY DECLARATION DECLARANT
      DECL_RECEIVED: NOT_READY DECLARATION CUSTOMS
      DUTY_DUE: NOT_READY DUTY DECLARANT
      DECL_SELECTED: NOT_READY HOLDS CUSTOMS
      DECL_INSPECTED: NOT_READY DUTY DECLARANT
      DUTY_PAID: NOT_READY DECLARATION CUSTOMS
      DECL_RELEASED: NOT_READY DELIVERY_ORDER CARRIER
      DO_REQUESTED: NOT_READY DELIVERY_ORDER CARRIER
      DO_ISSUED: READY
      GATED_OUT: LEFT"
    `);
  });

  it('proves each leaf by the claims that show it, since they were told', () => {
    const [ready] = readinessOf(bill, [...afloat, ...life.slice(0, -1).flat()]);
    const released = life[11];
    expect(leafOf(ready, 'DECLARATION')).toMatchObject({
      state: 'MET',
      evidence: [released.id],
      document: declaration,
    });
    expect(leafOf(ready, 'TERMINAL')).toMatchObject({ state: 'MET', evidence: [discharged.id] });
    expect(ready?.proof).toMatchObject({
      state: 'MET',
      actor: null,
      since: { local: '2026-11-22T16:00:00' },
    });
  });

  it('knows nothing while nobody tells of customs, whatever the carrier and the terminal say', () => {
    const [unknown] = readinessOf(bill, [
      ...afloat,
      arrived,
      discharged,
      carrier('DO_ISSUED', '2026-11-18 16:00'),
    ]);
    expect(unknown).toMatchObject({ verdict: 'UNKNOWN', blocking: null, proof: { state: 'UNKNOWN' } });
    expect(leafOf(unknown, 'DELIVERY_ORDER')?.state).toBe('MET');
  });
});

describe('提前申报, a declaration that is released before the ship arrives', () => {
  const early = [customs('DECL_RECEIVED', '2026-11-10 09:00'), customs('DECL_RELEASED', '2026-11-10 11:00')];

  it('awaits no arrival report while it is examined', () => {
    const accepted = manifest('MANIFEST_ACCEPTED', '2026-11-09 11:00');
    expect(showAfterEach(bill, [...afloat, accepted], early)).toMatchInlineSnapshot(`
      "DECL_RECEIVED: NOT_READY DECLARATION CUSTOMS
      DECL_RELEASED: NOT_READY DELIVERY_ORDER CARRIER"
    `);
  });

  it('is met, and the discharge is what is left to wait for', () => {
    const order = carrier('DO_ISSUED', '2026-11-16 10:00');
    const [afloatStill] = readinessOf(bill, [...afloat, ...early, order]);
    expect(leafOf(afloatStill, 'DECLARATION')?.state).toBe('MET');
    expect(showAfterEach(bill, [...afloat, ...early], [order, arrived, discharged])).toMatchInlineSnapshot(`
      "DO_ISSUED: NOT_READY TERMINAL CARRIER
      ARRIVED: NOT_READY TERMINAL TERMINAL
      DISCHARGED: READY"
    `);
  });
});

describe('两步申报, entry on a summary declaration', () => {
  const accepted = manifest('MANIFEST_ACCEPTED', '2026-11-09 11:00');
  const landed = [...afloat, accepted, arrived, discharged, carrier('DO_ISSUED', '2026-11-17 18:00')];
  const permitted = customs('ENTRY_PERMITTED', '2026-11-18 10:00');

  it('lets the goods leave, and the declarant still owes the full declaration', () => {
    const [ready] = readinessOf(bill, [...landed, customs('DECL_RECEIVED', '2026-11-18 09:00'), permitted]);
    expect(ready?.verdict).toBe('READY');
    expect(leafOf(ready, 'DECLARATION')).toMatchObject({
      state: 'MET',
      parts: [
        { kind: 'FULL_DECLARATION', state: 'NOT_MET', actor: 'DECLARANT', since: permitted.event.time },
      ],
    });
  });

  it('owes nothing once the full declaration is released', () => {
    const released = customs('DECL_RELEASED', '2026-11-25 10:00');
    const [ready] = readinessOf(bill, [...landed, permitted, released]);
    expect(leafOf(ready, 'DECLARATION')?.parts).toMatchObject([
      { state: 'MET', actor: null, evidence: [released.id] },
    ]);
  });
});
