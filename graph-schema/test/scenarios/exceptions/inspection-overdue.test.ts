import { describe, expect, it } from 'vitest';
import type { EventCode } from '../../../src/domain/event-code.ts';
import { told } from '../../../src/testing/journey-story.ts';
import { customsOffice } from '../../../src/testing/sample-locations.ts';
import { exceptionsOf, heardBy, showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6415530971';
const declaration = 'DECLARATION:310420261000000014';
const beilun = customsOffice('3104');
const customs = (code: EventCode, when: string) =>
  told('CUSTOMS', code, when, beilun, { paper: declaration });

describe('an inspection that customs ordered', () => {
  // A Friday afternoon; the weekend does not count.
  const ordered = customs('DECL_SELECTED', '2026-11-20 14:00');

  it('is overdue after two working days, gravely after five, until its result is told', () => {
    const story = [ordered, customs('DECL_INSPECTED', '2026-11-30 09:00')];
    const states = ['2026-11-24T05:59:59Z', '2026-11-24T06:00:00Z', '2026-11-27T06:00:00Z', '2026-12-01T00:00:00Z'].map(
      (instant) => `${instant.slice(5, 10)} ${showExceptions(bill, story, instant)}`.trim(),
    ); // prettier-ignore
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "11-24
      11-24 WARNING INSPECTION_OVERDUE DECL_SELECTED at CUSTOMS:3104 DECLARATION:310420261000000014 by CUSTOMS since 2026-11-24T06:00Z since=2026-11-20T06:00:00Z limitHours=48 [DECL_SELECTED 11-20T14:00]
      11-27 CRITICAL INSPECTION_OVERDUE DECL_SELECTED at CUSTOMS:3104 DECLARATION:310420261000000014 by CUSTOMS since 2026-11-24T06:00Z since=2026-11-20T06:00:00Z limitHours=48 [DECL_SELECTED 11-20T14:00]
      12-01 CRITICAL INSPECTION_OVERDUE DECL_SELECTED at CUSTOMS:3104 DECLARATION:310420261000000014 by CUSTOMS since 2026-11-24T06:00Z till 2026-11-30T01:00Z since=2026-11-20T06:00:00Z limitHours=48 [DECL_SELECTED 11-20T14:00, DECL_INSPECTED 11-30T09:00]"
    `);
  });

  it('says the very instant at which it will be, and never was if the result came in time', () => {
    const { changesAt } = exceptionsOf(bill, [ordered], Date.parse('2026-11-21T00:00:00Z'));
    expect(new Date(changesAt ?? 0).toISOString()).toBe('2026-11-24T06:00:00.000Z');
    expect(showExceptions(bill, [ordered, customs('DECL_INSPECTED', '2026-11-23 10:00')], '2026-12-01T00:00:00Z')).toBe(''); // prettier-ignore
  });

  it('of quarantine has its result also where the goods do not pass: then they are stuck, and nobody waits', () => {
    const story = [customs('QUARANTINE_SELECTED', '2026-11-20 14:00'), customs('QUARANTINE_FAILED', '2026-11-25 10:00')]; // prettier-ignore
    const now = Date.parse('2026-12-01T00:00:00Z');
    const { exceptions } = exceptionsOf(bill, heardBy(story, now), now);
    expect(exceptions.map(({ kind, of, closedAt }) => [kind, of, closedAt === null])).toEqual([
      ['CUSTOMS_STUCK', 'QUARANTINE_FAILED', true],
      ['INSPECTION_OVERDUE', 'QUARANTINE_SELECTED', false],
    ]);
  });
});

it('an arrival report under manual review is a stop that lasts, until customs accept it', () => {
  const story = [customs('ARRIVAL_REPORT_HELD', '2026-11-17 10:00'), customs('ARRIVAL_REPORT_ACCEPTED', '2026-11-19 10:00')]; // prettier-ignore
  expect(showExceptions(bill, story, '2026-11-18T01:59:00Z')).toBe('');
  expect(showExceptions(bill, story, '2026-11-18T02:00:00Z')).toContain(
    'WARNING CUSTOMS_STUCK ARRIVAL_REPORT_HELD',
  );
  expect(showExceptions(bill, story, '2026-11-20T00:00:00Z')).toContain('till 2026-11-19T02:00Z');
});
