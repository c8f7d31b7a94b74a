import { describe, expect, it } from 'vitest';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam, santos, singapore } from '../../../src/testing/sample-locations.ts';
import { showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', '9074729');
const calls = (where: typeof ningbo, when: string) =>
  told('CARRIER', 'ARRIVED', when, where, { classifier: 'PLANNED', on: kapok, inherited: true, heard: '2026-10-01T00:00:00Z' }); // prettier-ignore
const came = (where: typeof ningbo, when: string) =>
  told('AIS', 'ARRIVED', when, where, { on: kapok, inherited: true });
const aboard = [
  told('TERMINAL', 'LOADED', '2026-10-25 22:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }),
  told('CARRIER', 'DISCHARGED', '2026-11-20 10:00', rotterdam, { classifier: 'PLANNED', on: kapok, paper: bill, heard: '2026-10-01T00:00:00Z' }), // prettier-ignore
];
const schedule = [calls(singapore, '2026-11-02 10:00'), calls(rotterdam, '2026-11-20 08:00')];
const of = (story: Parameters<typeof showExceptions>[1], instant: string) =>
  showExceptions(bill, story, instant).split('\n').filter((line) => line.includes('ROUTE_DEVIATION')).join('\n'); // prettier-ignore

describe('a ship with the cargo aboard', () => {
  it('deviates where it calls at a port that its schedule does not have, until it is back in it', () => {
    const story = [
      ...aboard,
      ...schedule,
      came(santos, '2026-11-10 08:00'),
      came(rotterdam, '2026-11-30 08:00'),
    ];
    expect(of(story, '2026-11-10T10:59:00Z')).toBe('');
    expect(of(story, '2026-11-10T11:00:00Z')).toMatchInlineSnapshot(
      `"WARNING ROUTE_DEVIATION UNPLANNED_CALL at BRSSZ VOYAGE:9074729/114S by CARRIER since 2026-11-10T11:00Z planned=CNNBO, NLRTM, SGSIN [ARRIVED 11-10T08:00]"`,
    );
    expect(of(story, '2026-11-14T11:00:00Z')).toMatch(/^CRITICAL/);
    expect(of(story, '2026-12-01T00:00:00Z')).toMatch(/till 2026-11-30T07:00Z/);
  });

  it('does not where it calls as its schedule says, or where nobody has told one', () => {
    expect(of([...aboard, ...schedule, came(singapore, '2026-11-02 10:00')], '2026-11-03T00:00:00Z')).toBe(
      '',
    );
    expect(of([...aboard, came(santos, '2026-11-10 08:00')], '2026-11-12T00:00:00Z')).toBe('');
  });
});
