import { expect, it } from 'vitest';
import { trackEnds } from '../cypher/read/track-ends.ts';
import type { Asks } from '../cypher/statement.ts';
import { factsOf, ship, told } from '../testing/journey-story.ts';
import { ningbo } from '../testing/sample-locations.ts';
import { positionGaps } from './position-gaps.ts';

const kapok = ship('KAPOK', '114S', '9074729');
const bill = 'MASTER_BILL:COSU6400000017';
const facts = [factsOf(bill, [told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, { on: kapok, paper: bill })])]; // prettier-ignore
const ships = [{ asked: 'VESSEL:9074729', key: 'MMSI:477123456' }];
const seconds = (instant: string) => Date.parse(instant) / 1000;
const point = (instant: string) => [seconds(instant), 121.9, 29.9];
const until = Date.parse('2026-11-01T00:00Z');

/** What a graph answers that has these days of the ship's track. */
function graphWith(days: readonly { points: number[]; late: number[] }[]) {
  const asked: unknown[] = [];
  const run = (statement: unknown, params: unknown) => {
    if (statement !== trackEnds) throw new Error('asks for the ends of tracks alone');
    asked.push(params);
    return Promise.resolve(days.map((one) => ({ key: 'MMSI:477123456', ...one })));
  };
  return { graph: { run } as unknown as Asks, asked };
}

const days = [
  { points: [...point('2026-10-26T05:00Z'), ...point('2026-10-27T00:00Z')], late: [] },
  { points: [...point('2026-10-29T12:00Z'), ...point('2026-10-29T23:00Z')], late: [] },
  { points: [...point('2026-10-30T20:00Z'), ...point('2026-11-02T20:00Z')], late: [] },
];

it('asks from the day before the ship is first named, and tells what lasted a day', async () => {
  const { graph, asked } = graphWith(days);
  const gaps = await positionGaps(graph, ships, facts, until, null);
  expect(asked).toEqual([{ rows: [['MMSI:477123456', '2026-10-24', '2026-11-01']] }]);
  expect(gaps.get('VESSEL:9074729')).toEqual([
    { from: Date.parse('2026-10-27T00:00Z'), until: Date.parse('2026-10-29T12:00Z') },
  ]);
});

it('as of an instant leaves out what had not been received', async () => {
  const late = [seconds('2026-10-29T12:00Z'), seconds('2026-11-05T00:00Z')];
  const known = days.map((one, index) => (index === 1 ? { ...one, late } : one));
  const then = await positionGaps(graphWith(known).graph, ships, facts, until, until);
  expect(then.get('VESSEL:9074729')?.map((gap) => gap.until)).toEqual([Date.parse('2026-10-29T23:00Z')]);
});
