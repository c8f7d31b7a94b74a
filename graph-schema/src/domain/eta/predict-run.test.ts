import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getPredictionPolicy } from '../../reference/eta-prediction.ts';
import { claim, placeRef, transport } from '../claim.ts';
import type { FactClaim } from '../journey/facts.ts';
import { runsWithin } from '../journey/same-run.ts';
import { legsOf } from '../journey/legs.ts';
import { milestonesOf } from '../journey/milestone.ts';
import type { SourceProfile } from '../source.ts';
import type { TransportRef } from '../tracking-event.ts';
import { awaitedArrival, closedArrivals } from './awaited-arrival.ts';
import { closedLeg } from './closed-leg.ts';
import { learnFrom, NOTHING_LEARNED } from './learn.ts';
import { measureWay, type PlannedStop } from './planned-way.ts';
import { measureLine } from './predict-way.ts';
import {
  carrierOf,
  othersWhoEstimate,
  predictRun,
  stopsAhead,
  type EtaMap,
  type KnownRun,
} from './predict-run.ts';
import { tablesIn, tablesText } from './tables-text.ts';

/** Ports along the equator, a canal between the second and the third; stations on the same line, the gauge changes at the second border. */
const SPOTS: Readonly<Record<string, LonLat>> = { AAAAA: [0, 0], BBBBB: [10, 0], CCCCC: [30, 0], DDDDD: [20, 12], EEEEE: [12, 1], W1: [0, 0], W2: [10, 0], W3: [10.2, 0], W4: [20, 0] }; // prettier-ignore
const policy = { ...getPredictionPolicy(), canals: [{ passage: 'SUEZ', position: [20, 0] as const }] };
const map: EtaMap = {
  spotOf({ unLocode, railStation }) {
    const place = railStation ?? unLocode ?? '';
    const position = SPOTS[place];
    return position ? { place, position } : null;
  },
  measure: (_mode, stops) => measureWay(stops, (from, to) => straight(from, to)),
  passagesBetween: (from, to) => (from[0] < 20 && to[0] > 20 ? ['MALACCA', 'SUEZ'] : []),
  stationsBetween: () =>
    ['W1', 'W2', 'W3', 'W4'].map((code, index) => ({
      code,
      country: index < 2 ? 'KZ' : 'CN',
      gaugesMm: index < 2 ? [1520, 1435] : [1435, 1520],
      position: SPOTS[code] ?? [0, 0],
    })),
};
const straight = (from: PlannedStop, to: PlannedStop) =>
  measureLine(
    Array.from({ length: 41 }, (_, step): LonLat => {
      const share = step / 40;
      return [0, 1].map((axis) => (from.position[axis] ?? 0) + share * ((to.position[axis] ?? 0) - (from.position[axis] ?? 0))) as unknown as LonLat; // prettier-ignore
    }),
  );

const ship = transport({ mode: 'VESSEL', vesselImo: '9321483', voyage: '012W' });
const train = transport({ mode: 'RAIL', train: 'X8157', departureDate: '2026-11-01' });
type Said = readonly [when: string, code: 'DEPARTED' | 'ARRIVED' | 'PASSED', classifier: 'ACTUAL' | 'ESTIMATED' | 'PLANNED', place: string, kind?: SourceProfile['kind']]; // prettier-ignore

function facts(on: TransportRef, said: readonly Said[]): FactClaim[] {
  return said.map(([when, code, classifier, place, kind = 'CARRIER'], index) => {
    const instant = `2026-11-${when}:00:00Z`;
    const time = { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' } as const; // prettier-ignore
    const where = placeRef(on.mode === 'RAIL' ? { railStation: place } : { unLocode: place });
    const heard = classifier === 'ACTUAL' ? instant : '2026-11-01T00:00:00Z';
    const source = { id: kind.toLowerCase(), name: kind, nameZh: null, kind, trust: {} };
    const voice = { source, rawId: `${index}`, sha256: '', format: '', receivedAt: heard, messageRef: null, span: { start: 0, end: 0 } }; // prettier-ignore
    return { id: `${index}`, event: claim({ code, classifier, time, place: where, transport: on }), cycleId: null, inherited: false, voices: [voice] }; // prettier-ignore
  });
}

function known(claims: readonly FactClaim[], more: Partial<KnownRun> = {}, isOver = false): KnownRun {
  const runOf = runsWithin(claims);
  const legs = legsOf(milestonesOf(claims, runOf));
  const leg = isOver ? closedArrivals(legs)[0] : awaitedArrival(legs);
  if (!leg) throw new Error('no leg');
  return { leg, claims, runOf, track: [], bound: null, ...more };
}
const at = (when: string) => Date.parse(`2026-11-${when}:00:00Z`);
const placesOf = (stops: readonly PlannedStop[] | null) =>
  stops?.map(({ kind, place }) => `${kind} ${place}`);

const voyage: readonly Said[] = [
  ['01T00', 'DEPARTED', 'ACTUAL', 'AAAAA'],
  ['03T00', 'ARRIVED', 'PLANNED', 'BBBBB'],
  ['09T00', 'ARRIVED', 'ESTIMATED', 'CCCCC'],
];

describe('the way of a run', () => {
  it('goes through the calls that are told before the end, and the canals between', () => {
    const run = known(facts(ship, [...voyage, ['19T00', 'ARRIVED', 'PLANNED', 'DDDDD']]));
    expect(run.leg.key).toBe('VOYAGE:9321483/012W>DDDDD');
    const nearer = known(facts(ship, voyage));
    expect(placesOf(stopsAhead(nearer, map, policy))).toEqual(['CALL AAAAA', 'CALL BBBBB', 'CANAL SUEZ', 'ARRIVAL CCCCC']); // prettier-ignore
    expect(carrierOf(nearer)).toBe('9321483');
    expect(othersWhoEstimate(nearer)).toEqual(['carrier']);
  });

  it('calls first at the port that the ship names, unless that is a long way round', () => {
    const claims = facts(ship, [voyage[0] as Said, voyage[2] as Said]);
    const to = (place: string) =>
      placesOf(
        stopsAhead(known(claims, { bound: { place, position: SPOTS[place] ?? [0, 0] } }), map, policy),
      );
    expect(to('EEEEE')).toEqual(['CALL AAAAA', 'CALL EEEEE', 'CANAL SUEZ', 'ARRIVAL CCCCC']);
    expect(to('DDDDD')).toEqual(['CALL AAAAA', 'CANAL SUEZ', 'ARRIVAL CCCCC']);
  });

  it('changes the gauge at the border, papers on this side and wagons on the other', () => {
    const run = known(facts(train, [['01T00', 'DEPARTED', 'ACTUAL', 'W1'], ['05T00', 'ARRIVED', 'PLANNED', 'W4']])); // prettier-ignore
    expect(placesOf(stopsAhead(run, map, policy))).toEqual(['CALL W1', 'CALL W2', 'GAUGE_CHANGE W3', 'ARRIVAL W4']); // prettier-ignore
  });
});

describe('the arrival of a run', () => {
  it('is computed from where the ship was last, and from the passes of a train', () => {
    const before = { at: at('01T00') - 48 * 3_600_000, receivedAt: 0, position: [15, 0] as const };
    const track = [0, 12, 24, 36].map((hours) => ({ at: at('01T00') + hours * 3_600_000, receivedAt: 0, position: [(hours * 15) / 60, 0] as const })); // prettier-ignore
    const sailing = predictRun(known(facts(ship, voyage), { track: [before, ...track] }), map, NOTHING_LEARNED, policy, at('02T12')); // prettier-ignore
    expect(sailing?.milesLeft).toBeCloseTo(1800 - 36 * 15, -1);
    expect(sailing?.stops.map(({ place }) => place)).toEqual(['BBBBB', 'SUEZ', 'CCCCC']);
    const running = facts(train, [['01T00', 'DEPARTED', 'ACTUAL', 'W1'], ['02T00', 'PASSED', 'ACTUAL', 'W2'], ['05T00', 'ARRIVED', 'PLANNED', 'W4']]); // prettier-ignore
    const rolling = predictRun(known(running), map, NOTHING_LEARNED, policy, at('02T03'));
    expect(rolling?.fixAt).toBe(at('02T00'));
    expect(rolling?.at).toBeGreaterThan(at('02T03'));
  });

  it('is not computed without a position, nor without a place on the map', () => {
    expect(predictRun(known(facts(ship, voyage)), map, NOTHING_LEARNED, policy, at('08T00'))).toBeNull();
    const nowhere = facts(ship, [['01T00', 'DEPARTED', 'ACTUAL', 'AAAAA'], ['05T00', 'ARRIVED', 'PLANNED', 'ZZZZZ']]); // prettier-ignore
    expect(predictRun(known(nowhere), map, NOTHING_LEARNED, policy, at('02T00'))).toBeNull();
  });
});

describe('a run that is over', () => {
  const over: readonly Said[] = [
    ...voyage,
    ['03T06', 'ARRIVED', 'ACTUAL', 'BBBBB'],
    ['04T12', 'DEPARTED', 'ACTUAL', 'BBBBB'],
    ['09T06', 'ARRIVED', 'ACTUAL', 'CCCCC', 'INTERNAL'],
    ['09T18', 'ARRIVED', 'ACTUAL', 'CCCCC'],
  ];

  it('teaches stays, the pace around the canal, and how wrong it was told', () => {
    const run = known(facts(ship, over), {}, true);
    const stops = stopsAhead(run, map, policy) ?? [];
    const leg = closedLeg(run.leg, carrierOf(run), run.claims, run.runOf, stops, map.measure('VESSEL', stops), policy.dwellHours); // prettier-ignore
    expect(leg?.stays.map(({ kind, place, arrivedAt, departedAt }) => [kind, place, (departedAt - arrivedAt) / 3_600_000])).toEqual([['CALL', 'BBBBB', 30], ['ARRIVAL', 'CCCCC', 12]]); // prettier-ignore
    expect(leg?.passages.map(({ from, to }) => `${from}>${to}`)).toEqual(['AAAAA>BBBBB', 'BBBBB>SUEZ', 'SUEZ>CCCCC']); // prettier-ignore
    expect(leg?.tellings).toEqual([{ source: 'carrier', receivedAt: at('01T00'), eta: at('09T00') }]);
    const tables = learnFrom(NOTHING_LEARNED, leg ? [leg] : [], policy);
    expect(tables.errors.get('carrier|48')?.[0]?.value).toBe(18);
    expect(tablesIn(tablesText(tables))).toEqual(tables);
    expect(tablesIn('nothing')).toEqual(NOTHING_LEARNED);
  });
});
