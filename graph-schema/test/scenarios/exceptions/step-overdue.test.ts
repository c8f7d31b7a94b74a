import { describe, expect, it } from 'vitest';
import { ship, told, train } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam } from '../../../src/testing/sample-locations.ts';
import { exceptionsOf, heardBy, showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', '9074729');
const expected = (classifier: 'PLANNED' | 'ESTIMATED', when: string, heard: string) =>
  told('CARRIER', 'ARRIVED', when, rotterdam, { classifier, paper: bill, on: kapok, heard });
const sailed = [
  told('TERMINAL', 'LOADED', '2026-10-25 22:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, { on: kapok, paper: bill }),
  expected('PLANNED', '2026-11-20 10:00', '2026-10-01T03:00:00Z'),
];
const of = (story: Parameters<typeof heardBy>[0], instant: string) =>
  showExceptions(bill, story, instant).split('\n').filter((line) => line.includes('STEP_OVERDUE')).join('\n'); // prettier-ignore

describe('an arrival that was announced', () => {
  it('is overdue a day after its time, gravely after four days, until it is told', () => {
    const story = [
      ...sailed,
      told('CARRIER', 'ARRIVED', '2026-11-26 10:00', rotterdam, { on: kapok, paper: bill }),
    ];
    expect(of(story, '2026-11-21T08:59:00Z')).toBe('');
    expect(of(story, '2026-11-21T09:00:00Z')).toMatchInlineSnapshot(
      `"WARNING STEP_OVERDUE VESSEL at NLRTM VOYAGE:9074729/114S by CARRIER since 2026-11-21T09:00Z step=ARRIVED until=2026-11-20T09:00:00.000Z limitHours=24 [~ARRIVED 11-20T10:00]"`,
    );
    expect(of(story, '2026-11-24T09:00:00Z')).toMatch(/^CRITICAL/);
    expect(of(story, '2026-11-27T00:00:00Z')).toMatch(
      /^CRITICAL .* since 2026-11-21T09:00Z till 2026-11-26T09:00Z/,
    );
  });

  it('says when it will be', () => {
    const now = Date.parse('2026-11-10T00:00:00Z');
    const { changesAt } = exceptionsOf(bill, heardBy(sailed, now), now);
    expect(new Date(changesAt ?? 0).toISOString()).toBe('2026-11-21T09:00:00.000Z');
  });

  it('is not overdue while a later time is told, and no more when one is', () => {
    const intime = [...sailed, expected('ESTIMATED', '2026-11-24 10:00', '2026-11-15T03:00:00Z')];
    expect(of(intime, '2026-11-22T00:00:00Z')).toBe('');
    const after = [...sailed, expected('ESTIMATED', '2026-11-24 10:00', '2026-11-22T03:00:00Z')];
    expect(of(after, '2026-11-23T00:00:00Z')).toMatch(
      /^WARNING .* since 2026-11-21T09:00Z till 2026-11-22T03:00Z/,
    );
  });

  it('never was, where it came in the day after', () => {
    const story = [
      ...sailed,
      told('CARRIER', 'ARRIVED', '2026-11-21 08:00', rotterdam, { on: kapok, paper: bill }),
    ];
    expect(of(story, '2026-11-30T00:00:00Z')).toBe('');
  });
});

it('a train is overdue after half a day, and the railway must act', () => {
  const x8001 = train('X8001', '2026-11-20');
  const story = [
    told('RAIL', 'LOADED', '2026-11-20 08:00', ningbo, { box, load: 'FULL', on: x8001, paper: bill }),
    told('RAIL', 'DEPARTED', '2026-11-20 10:00', ningbo, { classifier: 'PLANNED', on: x8001, paper: bill, heard: '2026-11-19T00:00:00Z' }), // prettier-ignore
  ];
  expect(of(story, '2026-11-20T14:01:00Z')).toMatch(
    /^WARNING STEP_OVERDUE RAIL .* by RAILWAY since 2026-11-20T14:00Z/,
  );
});
