import { describe, expect, it } from 'vitest';
import { forOrganisation } from '../../../src/domain/exceptions/rules.ts';
import type { EventCode } from '../../../src/domain/event-code.ts';
import { getExceptionRules } from '../../../src/reference/exception-rules.ts';
import { told } from '../../../src/testing/journey-story.ts';
import { customsOffice, ningbo } from '../../../src/testing/sample-locations.ts';
import { exceptionsOf, heardBy, iso, showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6415530971';
const [declaration, other] = ['DECLARATION:310420261000000014', 'DECLARATION:310420261000000022'] as const;
const beilun = customsOffice('3104');
const customs = (code: EventCode, when: string, paper: typeof declaration | typeof other = declaration) =>
  told('CUSTOMS', code, when, beilun, { paper });
const due = customs('DUTY_DUE', '2026-11-18 11:41');

describe('duty that is due and not paid', () => {
  it('is stuck after three days, gravely after ten, until it is told paid', () => {
    const story = [due, customs('DUTY_PAID', '2026-11-30 09:00')];
    const states = ['2026-11-21T03:40:59Z', '2026-11-21T03:41:00Z', '2026-11-28T03:41:00Z', '2026-12-01T00:00:00Z'].map(
      (instant) => `${instant.slice(5, 10)} ${showExceptions(bill, story, instant)}`.trim(),
    ); // prettier-ignore
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "11-21
      11-21 WARNING CUSTOMS_STUCK DUTY_DUE at CUSTOMS:3104 DECLARATION:310420261000000014 by DECLARANT since 2026-11-21T03:41Z since=2026-11-18T03:41:00Z limitHours=72 [DUTY_DUE 11-18T11:41]
      11-28 CRITICAL CUSTOMS_STUCK DUTY_DUE at CUSTOMS:3104 DECLARATION:310420261000000014 by DECLARANT since 2026-11-21T03:41Z since=2026-11-18T03:41:00Z limitHours=72 [DUTY_DUE 11-18T11:41]
      12-01 CRITICAL CUSTOMS_STUCK DUTY_DUE at CUSTOMS:3104 DECLARATION:310420261000000014 by DECLARANT since 2026-11-21T03:41Z till 2026-11-30T01:00Z since=2026-11-18T03:41:00Z limitHours=72 [DUTY_DUE 11-18T11:41, DUTY_PAID 11-30T09:00]"
    `);
  });

  it('says the very instant at which it will be', () => {
    const { exceptions, changesAt } = exceptionsOf(bill, [due], Date.parse('2026-11-20T00:00:00Z'));
    expect(exceptions).toEqual([]);
    expect(new Date(changesAt ?? 0).toISOString()).toBe('2026-11-21T03:41:00.000Z');
  });

  it('is stuck two days sooner for an organisation that gives it one day', () => {
    const strict = forOrganisation(getExceptionRules(), [
      { kind: 'CUSTOMS_STUCK', of: 'DUTY_DUE', hours: 24 },
    ]);
    const { exceptions } = exceptionsOf(bill, [due], Date.parse('2026-11-22T00:00:00Z'), strict);
    expect(exceptions.map((e) => iso(e.openedAt))).toEqual(['2026-11-19T03:41Z']);
  });

  it('never was, when it was paid in time', () => {
    const story = [due, customs('DUTY_PAID', '2026-11-20 09:00')];
    expect(showExceptions(bill, story, '2026-12-01T00:00:00Z')).toBe('');
  });

  it('told again while it is due is due since it was told first', () => {
    const again = customs('DUTY_DUE', '2026-11-20 11:41');
    expect(showExceptions(bill, [due, again], '2026-11-22T00:00:00Z')).toContain('since 2026-11-21T03:41Z');
  });
});

describe('a hold', () => {
  const selected = customs('DECL_SELECTED', '2026-11-18 14:05');

  it('on one declaration is not ended by the release of another', () => {
    const story = [selected, customs('DECL_RELEASED', '2026-11-19 10:00', other)];
    expect(showExceptions(bill, story, '2026-11-21T00:00:00Z')).toMatch(
      /^WARNING INSPECTION_OVERDUE DECL_SELECTED at CUSTOMS:3104 DECLARATION:310420261000000014 by CUSTOMS since 2026-11-20T06:05Z since/,
    );
  });

  it('placed anew after it was lifted is another one', () => {
    const story = [selected, customs('DECL_INSPECTED', '2026-11-21 10:00'), customs('DECL_SELECTED', '2026-11-22 10:00')]; // prettier-ignore
    const now = Date.parse('2026-11-30T00:00:00Z');
    const { exceptions } = exceptionsOf(bill, heardBy(story, now), now);
    expect(exceptions.map((e) => [iso(e.openedAt), e.closedAt === null])).toEqual([
      ['2026-11-24T16:00Z', true],
      ['2026-11-20T06:05Z', false],
    ]);
  });

  it('of the terminal is not one of customs', () => {
    const held = told('TERMINAL', 'HELD', '2026-11-01 09:00', ningbo, { box: 'CSQU3054383' });
    expect(showExceptions(bill, [held], '2026-11-05T00:00:00Z')).toBe('');
  });
});
