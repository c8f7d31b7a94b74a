import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { factsOf, told } from '../../../src/testing/journey-story.ts';
import { ningbo, singapore } from '../../../src/testing/sample-locations.ts';
import { showJourney } from '../../../src/testing/show-journey.ts';
import { bill, full, kapok } from '../stories/first-call.ts';

const plan = { paper: bill, on: kapok, classifier: 'PLANNED', heard: '2026-10-01T00:00:00Z' } as const;
const story = [
  told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, plan),
  told('CARRIER', 'ARRIVED', '2026-10-30 06:00', singapore, plan),
  told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', ningbo, full),
];
/** The carrier tells of the departure under a code that nobody has given a meaning yet. */
const unknown = told('CARRIER', 'UNMAPPED', '2026-10-26 07:00', ningbo, {
  paper: bill,
  on: kapok,
  raw: 'ABD',
});

const derive = (now: string, ...claims: readonly FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse(now), getJourneyRules(Infinity));

describe('a departure told under a code without a meaning', () => {
  it('leaves the plan overdue, names the code, and puts nothing to sea', () => {
    expect(showJourney(derive('2026-10-28T00:00:00Z', ...story, unknown))).toMatchInlineSnapshot(`
      "AT_ORIGIN at CNNBO | next DEPARTED CNNBO 10-26 06:00 PLANNED | ETA SGSIN 10-30 06:00 PLANNED 0 min late | ON_ROUTE | overdue since 2026-10-25T22:00:00.000Z | unread ABD
        10-23 14:05 CNNBO GATED_IN FULL CSQU3054383
        ? 10-26 06:00 CNNBO DEPARTED KAPOK 114S
        10-26 07:00 CNNBO UNMAPPED KAPOK 114S
        ? 10-30 06:00 SGSIN ARRIVED KAPOK 114S
      > VESSEL PLANNED CNNBO ?10-26 06:00 → SGSIN ?10-30 06:00 KAPOK 114S
      CSQU3054383 AT_ORIGIN"
    `);
  });

  it('is overdue from the very minute that was planned, and the answer says when that is', () => {
    const before = derive('2026-10-25T21:59:00Z', ...story);
    expect([before.next?.overdueSince, new Date(before.changesAt ?? 0).toISOString().slice(0, 16)]).toEqual([
      null,
      '2026-10-25T22:00',
    ]);
    expect(derive(new Date((before.changesAt ?? 0) + 1).toISOString(), ...story).next?.overdueSince).toBe(
      '2026-10-25T22:00:00.000Z',
    );
  });

  it('stays overdue beside what is told of the box at the port meanwhile', () => {
    const moved = told('TERMINAL', 'YARD_MOVED', '2026-10-27 14:05', ningbo, full);
    expect(derive('2026-10-28T00:00:00Z', ...story, moved).next).toMatchObject({
      code: 'DEPARTED',
      overdueSince: '2026-10-25T22:00:00.000Z',
    });
  });

  it('is told once the code has its meaning', () => {
    const read = told('CARRIER', 'DEPARTED', '2026-10-26 07:00', ningbo, { paper: bill, on: kapok });
    expect(derive('2026-10-28T00:00:00Z', ...story, read)).toMatchObject({
      phase: 'IN_TRANSIT',
      next: { code: 'ARRIVED', overdueSince: null, unread: [] },
    });
  });

  it('is no word of where the cargo stands', () => {
    const booked = told('CARRIER', 'BOOKED', '2026-10-01 10:00', null, { paper: bill });
    const odd = told('CARRIER', 'UNMAPPED', '2026-10-02 10:00', singapore, { paper: bill, raw: 'XYZ' });
    expect(derive('2026-10-03T00:00:00Z', booked, odd)).toMatchObject({
      phase: 'BOOKED',
      currentPlace: null,
    });
  });

  it('tells two codes apart', () => {
    const other = told('CARRIER', 'UNMAPPED', '2026-10-26 07:05', ningbo, {
      paper: bill,
      on: kapok,
      raw: 'ABE',
    });
    expect(derive('2026-10-28T00:00:00Z', ...story, unknown, other).next?.unread).toEqual(['ABD', 'ABE']);
  });
});
