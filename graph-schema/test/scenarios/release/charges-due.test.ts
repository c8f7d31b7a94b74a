import { describe, expect, it } from 'vitest';
import type { EventCode } from '../../../src/domain/event-code.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { at, customsOffice, ningbo, santos } from '../../../src/testing/sample-locations.ts';
import { leafOf, readinessOf, showVerdict } from './readiness-story.ts';

const bill = 'MASTER_BILL:COSU6400000082';
const box = 'CSQU3054383';
const on = ship('ATLANTICA', '045E', '9074729');
const atPort = (code: EventCode, when: string) => told('CARRIER', code, when, ningbo, { paper: bill });
/** The carrier names no place: it is due before the cargo is handed out, wherever that is. */
const due = (when: string) => told('CARRIER', 'CHARGES_DUE', when, null, { paper: bill });
const paid = (when: string) => atPort('FREIGHT_PAID', when);

/** Released, with the carrier's order: nothing is left but what the carrier wants to be paid. */
const cleared: FactClaim[] = [
  told('CARRIER', 'LOADED', '2026-10-15 04:10', santos, { box, load: 'FULL', on, paper: bill, to: ningbo }),
  told('TERMINAL', 'DISCHARGED', '2026-11-17 17:35', at(ningbo, 'BLCT3'), { box, load: 'FULL', on, paper: bill }),
  told('CUSTOMS', 'MANIFEST_ACCEPTED', '2026-11-11 11:00', ningbo, { paper: bill }),
  told('CUSTOMS', 'ARRIVAL_REPORT_ACCEPTED', '2026-11-17 21:04', ningbo, { paper: bill }),
  told('CUSTOMS', 'DECL_RELEASED', '2026-11-19 10:00', customsOffice('3104'), { paper: 'DECLARATION:310420261000000014' }),
  atPort('DO_ISSUED', '2026-11-19 16:00'),
]; // prettier-ignore

const verdictOf = (...more: readonly FactClaim[]) =>
  readinessOf(bill, [...cleared, ...more]).map(showVerdict);
const feesAfter = (...more: readonly FactClaim[]) =>
  leafOf(readinessOf(bill, [...cleared, ...more])[0], 'FEES');

describe('charges that are due', () => {
  it('keep the box from leaving, with who has to pay, until they are paid', () => {
    expect(verdictOf()).toEqual(['READY']);
    expect(verdictOf(due('2026-11-16 09:00'))).toEqual(['NOT_READY FEES DECLARANT']);
    expect(verdictOf(due('2026-11-16 09:00'), paid('2026-11-20 09:00'))).toEqual(['READY']);
  });

  it('are shown by what told of them', () => {
    const charge = due('2026-11-16 09:00');
    const fees = feesAfter(charge);
    expect(fees?.state).toBe('NOT_MET');
    expect(fees?.evidence).toEqual([charge.id]);
    expect(fees?.document).toBe(bill);
  });

  it('are due again where a second charge follows the payment, in whatever order it was told', () => {
    const all = [due('2026-11-16 09:00'), paid('2026-11-20 09:00'), due('2026-11-21 09:00')];
    const [first, payment, second] = all as [FactClaim, FactClaim, FactClaim];
    expect(verdictOf(first, payment, second)).toEqual(['NOT_READY FEES DECLARANT']);
    expect(verdictOf(second, payment, first)).toEqual(['NOT_READY FEES DECLARANT']);
    expect(verdictOf(payment, second, first, paid('2026-11-22 09:00'))).toEqual(['READY']);
  });

  it('are paid by a payment of the same day of which no time is told', () => {
    const { event, ...claim } = paid('2026-11-20 00:00');
    const ofTheDay: FactClaim = { ...claim, event: { ...event, time: { ...event.time, precision: 'DAY' } } };
    expect(verdictOf(due('2026-11-20 15:00'), ofTheDay)).toEqual(['READY']);
    expect(verdictOf(due('2026-11-21 15:00'), ofTheDay)).toEqual(['NOT_READY FEES DECLARANT']);
  });

  it('were paid where the port gives out what nobody gets before, and not where it refuses it', () => {
    expect(verdictOf(due('2026-11-16 09:00'), atPort('EIR_ISSUED', '2026-11-20 09:00'))).toEqual(['READY']);
    const refused = atPort('GATE_PASS_REJECTED', '2026-11-20 09:00');
    expect(feesAfter(due('2026-11-16 09:00'), refused)?.state).toBe('BLOCKED');
    expect(feesAfter(refused, due('2026-11-21 09:00'))?.state).toBe('BLOCKED');
  });
});
