import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getPredictionPolicy } from '../../reference/eta-prediction.ts';
import { told, ship } from '../../testing/journey-story.ts';
import { placeRef } from '../claim.ts';
import { legsOf } from '../journey/legs.ts';
import { milestonesOf } from '../journey/milestone.ts';
import { runsWithin } from '../journey/same-run.ts';
import { awaitedArrival } from './awaited-arrival.ts';
import { crossingsOf, type FencesTold } from './off-way.ts';
import { measureWay } from './planned-way.ts';
import type { EtaMap, KnownRun } from './predict-run.ts';
import { measureLine } from './predict-way.ts';

/** Ports along the equator, a canal between them, and a way around it far south; a port north of the way that is called at between. */
const SPOTS: Readonly<Record<string, LonLat>> = {
  CNNBO: [0, 0],
  MYPKG: [12, 6],
  AEJEA: [18, 0],
  NLRTM: [40, 0],
};
const CANAL: LonLat = [20, 0];
const CAPE: LonLat = [20, -30];
const policy = {
  ...getPredictionPolicy(),
  canals: [{ passage: 'SUEZ', position: CANAL }],
  fencesNm: { VESSEL: [150, 300], RAIL: [75] },
};
const map: EtaMap = {
  spotOf: ({ unLocode }) => {
    const position = SPOTS[unLocode ?? ''];
    return position && unLocode ? { place: unLocode, position } : null;
  },
  measure: (_mode, stops, around) =>
    measureWay(stops, ({ position: from }, { position: to }) =>
      measureLine(around === 'SUEZ' && from[0] < 20 && to[0] > 20 ? [from, CAPE, to] : [from, to]),
    ),
  passagesBetween: (from, to) => (from[0] < 20 && to[0] > 20 ? ['SUEZ'] : []),
  stationsBetween: () => [],
};

const kapok = ship('KAPOK', '114S', '9074729');
const [ningbo, klang, jebelAli, rotterdam] = [
  placeRef({ unLocode: 'CNNBO' }),
  placeRef({ unLocode: 'MYPKG' }),
  placeRef({ unLocode: 'AEJEA' }),
  placeRef({ unLocode: 'NLRTM' }),
];
const HOUR = 3_600_000;
const LEFT = Date.parse('2026-11-01T00:00:00Z');
const departed = told('CARRIER', 'DEPARTED', '2026-11-01 08:00', ningbo, { on: kapok });
const planned = (day: string, where: typeof ningbo) =>
  told('CARRIER', 'ARRIVED', `2026-11-${day} 08:00`, where, { on: kapok, classifier: 'PLANNED', heard: '2026-10-20T00:00:00Z' }); // prettier-ignore
const [due, calls] = [planned('09', rotterdam), planned('03', klang)];

/** Where she was, hours after she left. */
type Seen = readonly (readonly [hours: number, longitude: number, latitude: number])[];

function run(seen: Seen, claims = [departed, due]): KnownRun {
  const runOf = runsWithin(claims);
  const leg = awaitedArrival(legsOf(milestonesOf(claims, runOf)));
  if (!leg) throw new Error('no leg');
  const track = seen.map(([hours, longitude, latitude]) => ({
    at: LEFT + hours * HOUR,
    receivedAt: LEFT + hours * HOUR,
    position: [longitude, latitude] as const,
  }));
  return { leg, claims, runOf, track, bound: null };
}
const none: FencesTold = new Map();
const show = (known: KnownRun, fences: FencesTold = none, hours = 96) =>
  crossingsOf(known, map, policy, fences, LEFT + hours * HOUR).map(
    ({ isOut, nm, at }) => `${isOut ? 'out' : 'in'} ${nm} +${(at - LEFT) / HOUR}h`,
  );
/** An hour apart, from one point to another in even steps. */
const sails = (from: number, to: number, [ax, ay]: LonLat, [bx, by]: LonLat): Seen =>
  Array.from({ length: to - from + 1 }, (_, step) => {
    const share = step / (to - from);
    return [from + step, ax + share * (bx - ax), ay + share * (by - ay)] as const;
  });

describe('a ship under way', () => {
  it('is on its way beside the lane, on the way around a canal, and with a call or without it', () => {
    expect(show(run(sails(0, 90, [0, 1.5], [22, -2])))).toEqual([]);
    expect(show(run(sails(0, 90, [0, 0], [18, -27])))).toEqual([]);
    const withCall = [departed, calls, due];
    expect(show(run([...sails(0, 50, [0, 0], [12, 6]), ...sails(52, 90, [12, 6], [20, 2])], withCall))).toEqual([]); // prettier-ignore
    expect(show(run(sails(0, 90, [0, 0], [22, 0]), withCall))).toEqual([]);
  });

  it('is told to leave each fence, and to come back, once', () => {
    const seen = [...sails(0, 24, [0, 0], [5, 0]), ...sails(25, 49, [5, 0], [7, 7]), ...sails(50, 74, [7, 7], [9, 0.5])]; // prettier-ignore
    const all = show(run(seen));
    expect(all.map((line) => line.replace(/ \+.*/, ''))).toEqual(['out 150', 'out 300', 'in 300', 'in 150']);
    const half = run(seen.filter(([hours]) => hours <= 48));
    expect(show(half, none, 48)).toEqual(all.slice(0, 2));
    const known: FencesTold = new Map(
      crossingsOf(half, map, policy, none, LEFT + 48 * HOUR).map((one) => [one.nm, one]),
    );
    expect(show(half, known, 48)).toEqual([]);
    expect(show(run(seen), known)).toEqual(all.slice(2));
  });

  it('is off its way when it turns round, though it keeps to the lane', () => {
    const seen = [...sails(0, 40, [0, 0], [12, 0]), ...sails(41, 80, [12, 0], [-2, 0])];
    expect(show(run(seen, [departed, planned('05', jebelAli)]))).toEqual([
      expect.stringMatching(/^out 150/),
      expect.stringMatching(/^out 300/),
    ]);
  });

  it('is not for one position that is wrong, or for those of before it left', () => {
    const seen = sails(0, 60, [0, 0], [15, 0]);
    expect(show(run(seen.map((fix) => (fix[0] === 30 ? [30, 7, 40] : fix))))).toEqual([]);
    expect(show(run([[-9, -20, 10], [-8, -20, 10], [-7, -20, 10], ...seen]))).toEqual([]);
  });

  it('is judged the same by any order of its positions, and by others heard in the same hour', () => {
    const seen = [...sails(0, 24, [0, 0], [5, 0]), ...sails(25, 60, [5, 0], [7, 9])];
    const all = show(run(seen));
    expect(all).toHaveLength(2);
    expect(show(run([...seen].reverse()))).toEqual(all);
    expect(show(run(seen.flatMap((fix) => [fix, [fix[0] + 0.5, fix[1], fix[2]] as const])))).toEqual(all);
  });
});
