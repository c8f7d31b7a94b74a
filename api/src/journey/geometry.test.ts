import { placeRef } from 'graph-schema/domain/claim';
import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { distanceNm } from 'graph-schema/geo/distance';
import type { TrackPoint } from 'graph-schema/geo/track';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { trackersOf } from 'graph-schema/domain/whereabouts/trackers';
import { factsOf, flight, ship, told } from 'graph-schema/testing/journey-story';
import { longBeach, luxembourgAirport, ningbo, qinzhou, rotterdam, singapore, zhengzhouAirport } from 'graph-schema/testing/sample-locations'; // prettier-ignore
import { describe, expect, it } from 'vitest';
import { geometryOf, type JourneyGeometry, type Seen } from './geometry.ts';
import type { LivePosition } from './live-position.ts';
import { reckonedPositions } from './reckoned-position.ts';
import { createRoutes } from './routes.ts';

const places = loadGazetteer();
const routes = createRoutes();

const now = Date.parse('2026-11-21T09:00:00Z');

function journeyOf(...claims: FactClaim[]) {
  const facts = factsOf('MASTER_BILL:COSU6400000017', claims);
  const journey = deriveJourney(facts, now);
  const containers = journey.containers.map((box) => ({ ...box, parkedThen: null }));
  return { ...journey, containers, trackers: trackersOf(facts, journey, now), asOf: null, judgedBy: [] };
}

const UNSEEN: Seen = { positions: [], ways: new Map() };

/** A ship on the only leg under way, and the way on which it was seen. */
function seenAt(
  { legs }: ReturnType<typeof journeyOf>,
  longitude: number,
  latitude: number,
  way: readonly TrackPoint[] = [],
): Seen {
  const position: LivePosition = {
    longitude, latitude, at: '2026-11-21T08:50:00Z', speedKnots: null, courseDegrees: null, headingDegrees: null,
    accuracyMetres: null, name: null, means: 'VESSEL', mode: 'VESSEL', basis: 'REPORTED', containers: [], source: null,
    legId: legs[0]?.id ?? null, track: null,
  }; // prettier-ignore
  return { positions: [position], ways: new Map([[position, way]]) };
}

function stops({ stops: all }: JourneyGeometry): string[] {
  return all.map(({ kind, place }) => `${kind} ${place.id} ${place.name} ${place.nameZh}`);
}

const pacific = ship('PACIFIC', '037W', '9074729');
const acrossThePacific = [
  told('CARRIER', 'DEPARTED', '2026-11-11 06:00', ningbo, { on: pacific, to: longBeach }),
  told('CARRIER', 'ARRIVED', '2026-11-25 08:00', longBeach, { on: pacific, classifier: 'ESTIMATED' }),
];

describe('the way across the Pacific', () => {
  const geometry = geometryOf(journeyOf(...acrossThePacific), UNSEEN, places, routes);
  const lines = geometry.paths.flatMap((path) => path.coordinates);

  it('is cut at the antimeridian: no line runs around the world', () => {
    for (const line of lines) {
      for (const [index, [longitude]] of line.entries()) {
        expect(Math.abs(longitude!)).toBeLessThanOrEqual(180);
        const next = line[index + 1];
        if (next) expect(Math.abs(next[0]! - longitude!)).toBeLessThan(180);
      }
    }
    const edges = lines.flatMap((line) => [line[0]![0], line.at(-1)![0]]).filter((x) => Math.abs(x!) === 180);
    expect(edges.sort()).toEqual([-180, 180]);
  });

  it('goes from Ningbo to Long Beach, and names both', () => {
    expect(stops(geometry)).toEqual(['ORIGIN CNNBO Ningbo 宁波', 'DESTINATION USLGB Long Beach 长滩']);
  });
});

describe('the way over the pole', () => {
  // From Toronto to Bangkok the shortest way comes within half a degree of it.
  const [toronto, bangkok] = [placeRef({ unLocode: 'CAYYZ' }), placeRef({ unLocode: 'THBKK' })];
  const on = flight('CV9761', '2026-11-21');
  const geometry = geometryOf(
    journeyOf(
      told('AIRLINE', 'DEPARTED', '2026-11-20 22:05', toronto, { on, to: bangkok }),
      told('AIRLINE', 'ARRIVED', '2026-11-22 04:40', bangkok, { on, classifier: 'ESTIMATED' }),
    ),
    UNSEEN,
    places,
    routes,
  );
  const lines = geometry.paths.flatMap((path) => path.coordinates as [number, number][][]);
  const pieces = lines.flatMap((line) => line.slice(1).map((to, index) => ({ from: line[index]!, to })));

  it('is as long as the way between them, and goes by the pole', () => {
    const [first, last] = [lines[0]![0]!, lines.at(-1)!.at(-1)!];
    const length = pieces.reduce((sum, { from, to }) => sum + distanceNm(from, to), 0);
    expect(length / distanceNm(first, last)).toBeCloseTo(1, 2);
    expect(Math.max(...lines.flat().map(([, latitude]) => latitude))).toBeGreaterThan(89);
  });

  it('runs across no map: it turns round the earth only where Web Mercator has ended', () => {
    const edge = 85.06;
    for (const { from, to } of pieces) {
      expect(Math.max(Math.abs(from[0]), Math.abs(to[0]))).toBeLessThanOrEqual(180);
      const turn = Math.abs(to[0] - from[0]);
      expect(turn).toBeLessThan(180);
      if (turn > 20) expect(Math.min(from[1], to[1])).toBeGreaterThan(edge);
    }
  });
});

describe('behind and ahead', () => {
  it('meet where the ship is', () => {
    const journey = journeyOf(...acrossThePacific);
    const geometry = geometryOf(journey, seenAt(journey, 165, 46), places, routes);
    const [behind, ahead] = geometry.paths;
    expect(geometry.paths.map((path) => path.state)).toEqual(['TRAVELLED', 'PLANNED']);
    expect(behind?.coordinates.at(-1)?.at(-1)).toEqual([165, 46]);
    expect(ahead?.coordinates[0]?.[0]).toEqual([165, 46]);
  });

  it('lie on a line that does not turn back, though the ship is off the lane', () => {
    const on = ship('MERIDIAN', '012W', '9321483');
    const journey = journeyOf(
      told('CARRIER', 'DEPARTED', '2026-11-07 17:00', singapore, { on, to: rotterdam }),
      told('CARRIER', 'ARRIVED', '2026-11-29 13:00', rotterdam, { on, classifier: 'ESTIMATED' }),
    );
    const [behind, ahead] = geometryOf(journey, seenAt(journey, 28.7, 33.1), places, routes).paths;
    const farthest = (path: typeof behind) =>
      Math.min(...(path?.coordinates.flat() ?? []).map(([x, y]) => distanceNm([x!, y!], [103.8, 1.2])));
    expect(farthest(behind)).toBeLessThan(30);
    expect(farthest(ahead)).toBeGreaterThan(4000);
  });

  it('follow the reports where there are some, and the lane before them', () => {
    const journey = journeyOf(...acrossThePacific);
    const way: TrackPoint[] = [[0, 163, 45], [300, 164, 45.5], [600, 165, 46]]; // prettier-ignore
    const { paths } = geometryOf(journey, seenAt(journey, 165, 46, way), places, routes);
    expect(paths.map(({ state, basis }) => `${state} ${basis}`)).toEqual([
      'TRAVELLED NETWORK',
      'TRAVELLED TRACK',
      'PLANNED NETWORK',
    ]);
    expect(paths[0]?.coordinates.at(-1)?.at(-1)).toEqual([163, 45]);
    expect(paths[1]?.coordinates).toEqual([[[163, 45], [164, 45.5], [165, 46]]]); // prettier-ignore
    expect(paths[2]?.coordinates[0]?.[0]).toEqual([165, 46]);
  });

  it('is all ahead before the departure and all behind after the arrival', () => {
    const on = ship('MERIDIAN', '012W', '9321483');
    const plan = [
      told('CARRIER', 'DEPARTED', '2026-12-01 17:00', singapore, { on, classifier: 'PLANNED' }),
      told('CARRIER', 'ARRIVED', '2026-12-20 13:00', rotterdam, { on, classifier: 'PLANNED' }),
    ];
    expect(geometryOf(journeyOf(...plan), UNSEEN, places, routes).paths.map((p) => p.state)).toEqual([
      'PLANNED',
    ]);
    const past = [
      told('CARRIER', 'DEPARTED', '2026-10-01 17:00', singapore, { on }),
      told('CARRIER', 'ARRIVED', '2026-10-20 13:00', rotterdam, { on }),
    ];
    expect(geometryOf(journeyOf(...past), UNSEEN, places, routes).paths.map((p) => p.state)).toEqual([
      'TRAVELLED',
    ]);
  });
});

describe('stops', () => {
  it('are the ends once each where two parts fly the same way', () => {
    const [first, second] = [flight('CV9735', '2026-11-19'), flight('CV9737', '2026-11-21')];
    const journey = journeyOf(
      told('AIRLINE', 'DEPARTED', '2026-11-19 10:55', zhengzhouAirport, { on: first }),
      told('AIRLINE', 'ARRIVED', '2026-11-19 15:31', luxembourgAirport, { on: first }),
      told('AIRLINE', 'DEPARTED', '2026-11-21 07:58', zhengzhouAirport, { on: second }),
      told('AIRLINE', 'ARRIVED', '2026-11-21 12:28', luxembourgAirport, {
        on: second,
        classifier: 'ESTIMATED',
      }),
    );
    const geometry = geometryOf(journey, UNSEEN, places, routes);
    expect(stops(geometry).map((stop) => stop.split(' ').slice(0, 2).join(' '))).toEqual([
      'ORIGIN CNCGO',
      'DESTINATION LULUX',
    ]);
    expect(new Set(geometry.paths.map((path) => path.legId)).size).toBe(2);
  });

  it('tell a transshipment from ship to ship', () => {
    const [feeder, mother] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483')];
    const journey = journeyOf(
      told('CARRIER', 'DEPARTED', '2026-10-26 06:30', qinzhou, { on: feeder }),
      told('CARRIER', 'ARRIVED', '2026-10-30 09:10', singapore, { on: feeder }),
      told('CARRIER', 'DEPARTED', '2026-11-07 17:00', singapore, { on: mother }),
      told('CARRIER', 'ARRIVED', '2026-11-29 13:00', rotterdam, { on: mother, classifier: 'ESTIMATED' }),
    );
    expect(stops(geometryOf(journey, UNSEEN, places, routes))).toEqual([
      'ORIGIN CNQZH Qinzhou 钦州',
      'TRANSSHIPMENT SGSIN Singapore 新加坡',
      'DESTINATION NLRTM Rotterdam 鹿特丹',
    ]);
  });
});

describe('a position without a report', () => {
  it('is reckoned by time between the ends, and never past the end', () => {
    const on = flight('CV9737', '2026-11-21');
    const journey = journeyOf(
      told('AIRLINE', 'DEPARTED', '2026-11-21 07:58', zhengzhouAirport, { on }),
      told('AIRLINE', 'ARRIVED', '2026-11-21 12:28', luxembourgAirport, { on, classifier: 'ESTIMATED' }),
    );
    const at = (instant: string) => reckonedPositions(journey, [], places, routes, Date.parse(instant))[0];
    const half = at('2026-11-21T05:43:00Z');
    expect(half).toMatchObject({ basis: 'INTERPOLATED', name: 'CV9737' });
    const toStart = distanceNm([half!.longitude, half!.latitude], [113.84, 34.52]);
    const toEnd = distanceNm([half!.longitude, half!.latitude], [6.21, 49.63]);
    expect(Math.abs(toStart - toEnd)).toBeLessThan(60);
    const late = at('2026-11-22T09:00:00Z');
    expect(distanceNm([late!.longitude, late!.latitude], [6.21, 49.63])).toBeLessThan(60);
  });

  it('is not made up while nothing is under way', () => {
    expect(reckonedPositions(journeyOf(), [], places, routes, now)).toEqual([]);
  });
});
