import { describe, expect, it } from 'vitest';
import { claim } from '../../../src/domain/claim.ts';
import { crossingParts } from '../../../src/domain/eta/way-fence.ts';
import { forOrganisation } from '../../../src/domain/exceptions/rules.ts';
import { eventId } from '../../../src/identity/event-id.ts';
import { getExceptionRules } from '../../../src/reference/exception-rules.ts';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam, santos, singapore } from '../../../src/testing/sample-locations.ts';
import { exceptionsOf, heardBy, showExceptions } from './show-exceptions.ts';

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

/** What positions show: that she left a fence around her way to a port, or came back. */
const crosses = (isOut: boolean, nm: number, when: string, to = rotterdam) => {
  const one = told('INTERNAL', 'GEOFENCE_EXIT', when, null, { on: kapok, inherited: true });
  const event = claim({ ...one.event, ...crossingParts(isOut, nm, to) });
  return { ...one, id: eventId(event), event };
};

describe('a ship that is by its positions far from its way', () => {
  const off = [...aboard, ...schedule, crosses(true, 150, '2026-11-08 04:00'), crosses(true, 300, '2026-11-09 06:00')]; // prettier-ignore
  const back = [...off, crosses(false, 300, '2026-11-12 02:00'), crosses(false, 150, '2026-11-12 20:00')];

  it('deviates once it was beyond the limit for the hours of the rule, and until it is back', () => {
    expect(of(off, '2026-11-09T09:59:00Z')).toBe('');
    expect(of(off, '2026-11-09T10:00:00Z')).toMatchInlineSnapshot(
      `"WARNING ROUTE_DEVIATION SHIP_OFF_WAY at NLRTM VOYAGE:9074729/114S by CARRIER since 2026-11-09T10:00Z offNm=300 [GEOFENCE_EXIT 11-09T06:00]"`,
    );
    expect(of(off, '2026-11-11T22:00:00Z')).toMatch(/^CRITICAL/);
    expect(of(back, '2026-11-13T00:00:00Z')).toMatch(/since 2026-11-09T10:00Z till 2026-11-11T18:00Z/);
  });

  it('does not where it is back before the hours are over, or where the way leads to no port of this cargo', () => {
    const short = [...aboard, ...schedule, crosses(true, 300, '2026-11-09 06:00'), crosses(false, 300, '2026-11-09 17:00')]; // prettier-ignore
    expect(of(short, '2026-11-10T12:00:00Z')).toBe('');
    expect(of([...aboard, ...schedule, crosses(true, 300, '2026-11-09 06:00', santos)], '2026-11-12T00:00:00Z')).toBe(''); // prettier-ignore
  });

  it('ends with the arrival where the way leads, whatever positions say', () => {
    expect(of([...off, came(rotterdam, '2026-11-30 08:00')], '2026-12-01T00:00:00Z')).toMatch(/till 2026-11-30T07:00Z/); // prettier-ignore
  });

  it('is judged by the fence that an organisation sets, and by none that is narrower', () => {
    const at = Date.parse('2026-11-08T22:00:00Z');
    const by = (limit: number) =>
      exceptionsOf(bill, heardBy(off, at), at, forOrganisation(getExceptionRules(), [{ kind: 'ROUTE_DEVIATION', of: 'SHIP_OFF_WAY', limit }])) // prettier-ignore
        .exceptions.filter(({ of: what }) => what === 'SHIP_OFF_WAY')
        .map(({ figures }) => figures);
    expect(by(100)).toEqual([{ offNm: 150 }]);
    expect(by(200)).toEqual([]);
  });
});
