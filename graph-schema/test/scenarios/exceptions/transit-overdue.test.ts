import { describe, expect, it } from 'vitest';
import type { EventCode } from '../../../src/domain/event-code.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { told } from '../../../src/testing/journey-story.ts';
import { customsOffice } from '../../../src/testing/sample-locations.ts';
import { showExceptions } from './show-exceptions.ts';

// 转关: from Wusong to Chengdu, to arrive by 24 November.
const bill = 'MASTER_BILL:COSU6400000033';
const [transit, second] = ['TRANSIT:2202202600000017', 'TRANSIT:2202202600000025'] as const;
const [wusong, chengdu] = [customsOffice('2202'), customsOffice('7902')];
const customs = (code: EventCode, when: string, paper: typeof transit | typeof second = transit) =>
  told('CUSTOMS', code, when, code === 'TRANSIT_ARRIVED' ? chengdu : wusong, { paper });
const validUntil = (when: string, paper: typeof transit | typeof second = transit, heard = '2026-11-17T02:00:00Z') =>
  told('CUSTOMS', 'CUT_OFF', when, null, { classifier: 'PLANNED', paper, heard }); // prettier-ignore
const declared = customs('TRANSIT_DECLARED', '2026-11-17 09:40');
const atEach = (story: readonly FactClaim[], instants: readonly string[]) =>
  instants
    .map((instant) => `${instant.slice(5, 10)} ${showExceptions(bill, story, instant)}`.trim())
    .join('\n');

describe('goods under customs transit', () => {
  it('are overdue when the set time has passed, gravely after three days, until they arrive', () => {
    const story = [declared, validUntil('2026-11-24 18:00'), customs('TRANSIT_ARRIVED', '2026-11-28 09:00')];
    const states = atEach(story, [
      '2026-11-24T09:59:59Z',
      '2026-11-24T10:00:00Z',
      '2026-11-27T10:00:00Z',
      '2026-11-28T02:00:00Z',
    ]);
    expect(states).toMatchInlineSnapshot(`
      "11-24
      11-24 WARNING TRANSIT_OVERDUE TRANSIT:2202202600000017 by FORWARDER since 2026-11-24T10:00Z until=2026-11-24T10:00:00.000Z [~CUT_OFF 11-24T18:00]
      11-27 CRITICAL TRANSIT_OVERDUE TRANSIT:2202202600000017 by FORWARDER since 2026-11-24T10:00Z until=2026-11-24T10:00:00.000Z [~CUT_OFF 11-24T18:00]
      11-28 CRITICAL TRANSIT_OVERDUE TRANSIT:2202202600000017 by FORWARDER since 2026-11-24T10:00Z till 2026-11-28T01:00Z until=2026-11-24T10:00:00.000Z [~CUT_OFF 11-24T18:00, TRANSIT_ARRIVED 11-28T09:00]"
    `);
  });

  it('are overdue when customs say so, whatever was set', () => {
    const story = [declared, validUntil('2026-11-30 18:00'), customs('TRANSIT_OVERDUE', '2026-11-24 09:00')];
    expect(showExceptions(bill, story, '2026-11-25T00:00:00Z')).toContain('since 2026-11-24T01:00Z');
  });

  it('that arrive in time never were', () => {
    const story = [declared, validUntil('2026-11-24 18:00'), customs('TRANSIT_ARRIVED', '2026-11-24 17:59')];
    expect(showExceptions(bill, story, '2026-12-01T00:00:00Z')).toBe('');
  });

  it('under two papers have a term each, and a longer one said later counts', () => {
    const longer = validUntil('2026-11-29 18:00', transit, '2026-11-20T02:00:00Z');
    const story = [validUntil('2026-11-24 18:00'), longer, validUntil('2026-11-25 18:00', second)];
    expect(showExceptions(bill, story, '2026-11-26T00:00:00Z')).toMatch(
      /^WARNING TRANSIT_OVERDUE TRANSIT:2202202600000025 by FORWARDER since 2026-11-25T10:00Z [^\n]*$/,
    );
  });
});
