import { describe, expect, it } from 'vitest';
import { deriveExceptions } from '../../../src/domain/exceptions/derive-exceptions.ts';
import { withOwnLimits, type OwnLimits } from '../../../src/domain/exceptions/own-limits.ts';
import { forOrganisation } from '../../../src/domain/exceptions/rules.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import { getExceptionRules } from '../../../src/reference/exception-rules.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { exceptionsOf, heardBy, showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const [one, two] = ['CSQU3054383', 'CBHU6142088'] as const;
const [kapok, meridian, silkway] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483'), ship('SILKWAY', '5W', '9454436')]; // prettier-ignore
const early = '2026-10-01T03:00:00Z';
const plan = (
  code: 'DEPARTED' | 'ARRIVED',
  when: string,
  where: typeof ningbo,
  on: typeof kapok,
  heard = early,
) => told('CARRIER', code, when, where, { classifier: 'PLANNED', paper: bill, on, heard });
const comes = (when: string, heard: string) =>
  told('CARRIER', 'ARRIVED', when, singapore, { classifier: 'ESTIMATED', paper: bill, on: kapok, heard });

/** In at Singapore on 30 October, out on 7 November: eight days between. */
const planned = [
  plan('ARRIVED', '2026-10-30 10:00', singapore, kapok),
  plan('DEPARTED', '2026-11-07 10:00', singapore, meridian),
  plan('ARRIVED', '2026-11-29 10:00', rotterdam, meridian),
  ...[one, two].map((box) => told('TERMINAL', 'LOADED', '2026-10-25 22:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill })),
]; // prettier-ignore
const off = (when: string) =>
  [one, two].map((box) => told('TERMINAL', 'DISCHARGED', when, singapore, { box, load: 'FULL', on: kapok, paper: bill })); // prettier-ignore
const loaded = (when: string, on: typeof kapok) =>
  [one, two].map((box) =>
    told('TERMINAL', 'LOADED', when, singapore, { box, load: 'FULL', on, paper: bill }),
  );

const of = (story: Parameters<typeof heardBy>[0], instant: string) =>
  showExceptions(bill, story, instant).split('\n').filter((line) => line.includes('MISSED_CONNECTION')); // prettier-ignore

describe('a connection that is planned', () => {
  it('is at no risk while the ship comes days before', () => {
    expect(of(planned, '2026-10-27T00:00:00Z')).toEqual([]);
    expect(
      of([...planned, comes('2026-11-04 10:00', '2026-10-28T03:00:00Z')], '2026-10-29T00:00:00Z'),
    ).toEqual([]);
  });

  it('may be missed when the ship is told late, with the odds; gravely when it is told later still', () => {
    const story = [
      ...planned,
      comes('2026-11-06 04:00', '2026-10-28T03:00:00Z'),
      comes('2026-11-06 20:00', '2026-11-02T03:00:00Z'),
    ];
    expect(of(story, '2026-10-28T03:00:00Z')).toMatchInlineSnapshot(`
      [
        "WARNING MISSED_CONNECTION AT_RISK at SGSIN VOYAGE:9321483/012W by FORWARDER since 2026-10-28T03:00Z odds=0.38 oddsBasis=HOUSE_BAND inbound=VOYAGE:9074729/114S onward=VOYAGE:9321483/012W inboundName=KAPOK 114S onwardName=MERIDIAN 012W arrives=2026-11-05T20:00:00.000Z departs=2026-11-07T02:00:00.000Z until=2026-11-06T02:00:00.000Z [~ARRIVED 11-06T04:00, ~DEPARTED 11-07T10:00]",
      ]
    `);
    expect(of(story, '2026-11-02T03:00:00Z')).toMatchInlineSnapshot(`
      [
        "CRITICAL MISSED_CONNECTION AT_RISK at SGSIN VOYAGE:9321483/012W by FORWARDER since 2026-10-28T03:00Z odds=0.85 oddsBasis=HOUSE_BAND inbound=VOYAGE:9074729/114S onward=VOYAGE:9321483/012W inboundName=KAPOK 114S onwardName=MERIDIAN 012W arrives=2026-11-06T12:00:00.000Z departs=2026-11-07T02:00:00.000Z until=2026-11-06T02:00:00.000Z [~ARRIVED 11-06T20:00, ~DEPARTED 11-07T10:00]",
      ]
    `);
  });

  it('is told no sooner than two weeks before the departure', () => {
    const story = [...planned, comes('2026-11-07 08:00', '2026-10-15T03:00:00Z')];
    expect(of(story, '2026-10-24T01:59:00Z')).toEqual([]);
    const { changesAt } = exceptionsOf(bill, heardBy(story, Date.parse('2026-10-20T00:00:00Z')), Date.parse('2026-10-20T00:00:00Z')); // prettier-ignore
    expect(new Date(changesAt ?? 0).toISOString()).toBe('2026-10-24T02:00:00.000Z');
    expect(of(story, '2026-10-24T02:00:00Z')).toHaveLength(1);
  });

  it('is safe again when the ship is told sooner, or the other ship later', () => {
    const late = [...planned, comes('2026-11-06 04:00', '2026-10-28T03:00:00Z')];
    const sooner = [...late, comes('2026-11-03 04:00', '2026-10-30T03:00:00Z')];
    expect(of(sooner, '2026-10-31T00:00:00Z').join()).toMatch(/AT_RISK .* till 2026-10-30T03:00Z/);
    const waits = told('CARRIER', 'DEPARTED', '2026-11-11 10:00', singapore, { classifier: 'ESTIMATED', paper: bill, on: meridian, heard: '2026-10-30T03:00:00Z' }); // prettier-ignore
    expect(of([...late, waits], '2026-10-31T00:00:00Z').join()).toMatch(/AT_RISK .* till 2026-10-30T03:00Z/);
  });

  it('is grave from the last moment on at which the cargo should have come, though nobody says a word', () => {
    const silent = planned.map((claim) => claim);
    expect(of(silent, '2026-11-06T01:59:00Z')).toEqual([]);
    expect(of(silent, '2026-11-06T02:00:00Z')).toMatchInlineSnapshot(`
      [
        "CRITICAL MISSED_CONNECTION AT_RISK at SGSIN VOYAGE:9321483/012W by FORWARDER since 2026-11-06T02:00Z odds=1 oddsBasis=PASSED inbound=VOYAGE:9074729/114S onward=VOYAGE:9321483/012W inboundName=KAPOK 114S onwardName=MERIDIAN 012W arrives=2026-10-30T02:00:00.000Z departs=2026-11-07T02:00:00.000Z until=2026-11-06T02:00:00.000Z [~ARRIVED 10-30T10:00, ~DEPARTED 11-07T10:00]",
      ]
    `);
  });

  it('was made when the cargo is aboard, and in time when it has come in time', () => {
    const late = [...planned, comes('2026-11-06 04:00', '2026-10-28T03:00:00Z')];
    const made = [...late, ...off('2026-11-05 20:00')];
    expect(of(made, '2026-11-06T00:00:00Z').join()).toMatch(/AT_RISK .* till 2026-11-05T12:00Z/);
    const justMade = [...late, ...off('2026-11-06 22:00'), ...loaded('2026-11-07 06:00', meridian)];
    expect(of(justMade, '2026-11-06T20:00:00Z').join()).toMatch(/^CRITICAL .* odds=1 oddsBasis=ARRIVED/);
    expect(of(justMade, '2026-11-08T00:00:00Z').join()).toMatch(/AT_RISK .* till 2026-11-06T22:00Z/);
  });

  it('was missed when the cargo comes after the other ship has left, until it goes on another', () => {
    const story = [
      ...planned,
      comes('2026-11-06 20:00', '2026-11-02T03:00:00Z'),
      ...off('2026-11-08 10:00'),
      plan('DEPARTED', '2026-11-14 10:00', singapore, silkway, '2026-11-09T03:00:00Z'),
    ];
    expect(of(story, '2026-11-08T12:00:00Z')).toMatchInlineSnapshot(`
      [
        "CRITICAL MISSED_CONNECTION MISSED at SGSIN VOYAGE:9321483/012W by CARRIER since 2026-11-08T02:00Z inbound=VOYAGE:9074729/114S onward=VOYAGE:9321483/012W inboundName=KAPOK 114S onwardName=MERIDIAN 012W departs=2026-11-07T02:00:00.000Z arrives=2026-11-08T02:00:00Z [~DEPARTED 11-07T10:00, DISCHARGED 11-08T10:00]",
        "CRITICAL MISSED_CONNECTION AT_RISK at SGSIN VOYAGE:9321483/012W by FORWARDER since 2026-11-02T03:00Z till 2026-11-08T02:00Z odds=1 oddsBasis=PASSED inbound=VOYAGE:9074729/114S onward=VOYAGE:9321483/012W inboundName=KAPOK 114S onwardName=MERIDIAN 012W arrives=2026-11-06T12:00:00.000Z departs=2026-11-07T02:00:00.000Z until=2026-11-06T02:00:00.000Z [~ARRIVED 11-06T20:00, ~DEPARTED 11-07T10:00, DISCHARGED 11-08T10:00]",
      ]
    `);
    expect(of(story, '2026-11-10T00:00:00Z').every((line) => line.includes(' till '))).toBe(true);
    const onAnother = [...story.slice(0, -1), ...loaded('2026-11-13 10:00', silkway)];
    expect(of(onAnother, '2026-11-14T00:00:00Z').join()).toMatch(/MISSED at SGSIN .* till 2026-11-13T02:00Z/);
  });

  it('is none of these where the cargo was there in time and was left behind: then it is rolled', () => {
    const story = [...planned, ...off('2026-10-30 20:00'), plan('DEPARTED', '2026-11-14 10:00', singapore, silkway, '2026-11-06T03:00:00Z')]; // prettier-ignore
    expect(of(story, '2026-11-10T00:00:00Z')).toEqual([]);
    expect(showExceptions(bill, story, '2026-11-10T00:00:00Z')).toContain('ROLLED');
  });

  it('is reckoned by how far its carrier was off before, where that is known', () => {
    const story = [...planned, comes('2026-11-05 10:00', '2026-10-28T03:00:00Z')];
    const at = '2026-10-29T00:00:00Z';
    const known = (p90Hours: number) => ({
      ...factsOf(bill, heardBy(story, Date.parse(at))),
      pastErrors: (source: string, _ahead: number, by: number) =>
        source === 'carrier' && by >= Date.parse('2026-10-28T03:00:00Z') ? { p10Hours: -p90Hours, p90Hours, closed: 30 } : null,
    });
    const judged = (p90Hours: number) => {
      const facts = known(p90Hours);
      const input = { ...deriveJourney(facts, Date.parse(at)), facts, holds: [], now: Date.parse(at) };
      return deriveExceptions(input, getExceptionRules()).exceptions.map(({ kind, figures }) => `${kind} ${figures['oddsBasis']}`);
    };
    expect(judged(6)).toEqual([]);
    expect(judged(60)).toEqual(['MISSED_CONNECTION PAST_ERRORS']);
  }); // prettier-ignore

  it('is told sooner to whoever wants to know of smaller odds', () => {
    const careful = forOrganisation(getExceptionRules(), [
      { kind: 'MISSED_CONNECTION', of: 'AT_RISK', limit: 0.05 },
    ]);
    const story = [...planned, comes('2026-11-05 10:00', '2026-10-28T03:00:00Z')];
    const now = Date.parse('2026-10-29T00:00:00Z');
    const kinds = (rules = getExceptionRules()) =>
      exceptionsOf(bill, heardBy(story, now), now, rules).exceptions.map(({ kind }) => kind);
    expect(kinds()).toEqual([]);
    expect(kinds(careful)).toEqual(['MISSED_CONNECTION']);
  });

  it('goes by the hours that a change takes, and by how far arrivals are off, as an organisation has them', () => {
    const story = [...planned, comes('2026-11-05 10:00', '2026-10-28T03:00:00Z')];
    const now = Date.parse('2026-10-29T00:00:00Z');
    const nothing = { rows: [], transfers: [], etaBand: {}, cutOffs: [] };
    const kinds = (own: Partial<OwnLimits>) =>
      exceptionsOf(bill, heardBy(story, now), now, withOwnLimits(getExceptionRules(), [{ ...nothing, ...own }])) // prettier-ignore
        .exceptions.map(({ kind }) => kind);
    expect(kinds({})).toEqual([]);
    expect(kinds({ transfers: [{ from: 'VESSEL', to: 'VESSEL', hours: 60 }] })).toEqual([
      'MISSED_CONNECTION',
    ]);
    expect(kinds({ transfers: [{ from: 'VESSEL', to: 'RAIL', hours: 60 }] })).toEqual([]);
    expect(kinds({ etaBand: { percent: 60 } })).toEqual(['MISSED_CONNECTION']);
  });
});
