import { pino } from 'pino';
import type { Asks } from 'graph-schema/cypher/statement';
import { positionReport } from 'graph-schema/domain/position';
import { afterEach, describe, expect, it } from 'vitest';
import { Fleet, type Box } from './fleet.ts';
import { followPositions, type PositionsNews } from './live-positions.ts';

const WORLD: Box = { west: -180, south: -90, east: 180, north: 90 };
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Things at sea and ashore that a test moves about. */
function openSea() {
  const rows = new Map<string, { key: string; asked: string; imo: null; name: string; position: string; at: number; source: null }>();
  let told: (subject: string) => void = () => undefined;
  const place = (key: string, latitude: number, longitude: number, at: number) => {
    const position = JSON.stringify(positionReport({ subject: key, at: new Date(at).toISOString(), latitude, longitude }));
    rows.set(key, { key, asked: key, imo: null, name: key.toLowerCase(), position, at, source: null });
    told(key);
  };
  const graph = {
    run: ({ name }: { name: string }, params: { keys?: readonly string[] }) =>
      Promise.resolve([...rows.values()].filter(({ key }) => name === 'positionsSince' || params.keys?.includes(key))),
  } as unknown as Asks;
  const nudges = {
    onAnyPosition: (listener: (subject: string) => void) => ((told = listener), () => undefined),
    onResumed: () => () => undefined,
  };
  const fleet = new Fleet(graph, nudges, () => 0, pino({ level: 'silent' }));
  ends.push(() => fleet.close());
  const follow = (box: Box, zoom = 12, sight: 'ALL' | readonly string[] | (() => 'ALL' | readonly string[]) = 'ALL') => {
    const left = new AbortController();
    ends.push(() => left.abort());
    return followPositions(fleet, { box, zoom, sight: typeof sight === 'function' ? sight : () => sight }, left.signal);
  };
  return { place, follow };
} // prettier-ignore

async function next(stream: AsyncGenerator<PositionsNews, undefined>): Promise<PositionsNews> {
  const { value } = await stream.next();
  if (!value) throw new Error('it ended');
  return value;
}
const keys = ({ moved }: PositionsNews) => moved.map(({ key }) => key).sort();

describe('a live map', () => {
  it('is told what is in its view, then what moved in it, came and left, once however often it moved', async () => {
    const { place, follow } = openSea();
    place('MMSI:1', 30, 122, 1);
    place('MMSI:2', 31, 123, 1);
    place('MMSI:3', -40, 10, 1);
    const stream = follow({ west: 120, south: 29, east: 124, north: 32 });
    expect(await next(stream)).toMatchObject({ left: [], hidden: 0 });
    for (let at = 2; at < 50; at += 1) place('MMSI:1', 30 + at / 100, 122, at);
    place('MMSI:2', 45, 123, 2);
    place('MMSI:3', 31.5, 121, 2);
    const news = await next(stream);
    expect(keys(news)).toEqual(['MMSI:1', 'MMSI:3']);
    expect(news.moved.find(({ key }) => key === 'MMSI:1')?.latitude).toBeCloseTo(30.49);
    expect(news.left).toEqual(['MMSI:2']);
    await stream.return(undefined);
  });

  it('goes across the date line', async () => {
    const { place, follow } = openSea();
    place('MMSI:1', 0, 179.5, 1);
    place('MMSI:2', 0, -179.5, 1);
    place('MMSI:3', 0, 0, 1);
    expect(keys(await next(follow({ west: 179, south: -1, east: -179, north: 1 })))).toEqual(['MMSI:1', 'MMSI:2']);
  });

  it('shows one of a crowd from afar, and says how many it leaves out', async () => {
    const { place, follow } = openSea();
    for (let i = 0; i < 500; i += 1) place(`MMSI:${100 + i}`, 30 + i / 10_000, 122, 1);
    const far = await next(follow(WORLD, 2));
    expect(far.moved.length + far.hidden).toBe(500);
    expect(far.moved.length).toBeLessThan(10);
    expect(far.moved.reduce((sum, { crowd }) => sum + crowd, 0)).toBe(500);
    expect((await next(follow({ west: 121, south: 29, east: 123, north: 31 }, 12))).moved).toHaveLength(500);
  });

  it('says anew how many one stands for when others join it, though it did not move', async () => {
    const { place, follow } = openSea();
    place('MMSI:1', 30, 122, 1);
    const stream = follow(WORLD, 2);
    expect((await next(stream)).moved.map(({ key, crowd }) => [key, crowd])).toEqual([['MMSI:1', 1]]);
    place('MMSI:2', 30.001, 122, 2);
    expect((await next(stream)).moved.map(({ key, crowd }) => [key, crowd])).toEqual([['MMSI:1', 2]]);
    await stream.return(undefined);
  });

  it('shows trains, trucks and boxes to operators alone: where they are tells of somebody’s cargo', async () => {
    const { place, follow } = openSea();
    for (const key of ['MMSI:1', 'AIRCRAFT:B1', 'TRAIN_RUN:X1@2026-11-21', 'TRUCK:A1', 'CONTAINER:CSQU3054383']) place(key, 30, 122, 1);
    expect((await next(follow(WORLD))).moved).toHaveLength(5);
    expect(keys(await next(follow(WORLD, 12, ['PARTY:A'])))).toEqual(['AIRCRAFT:B1', 'MMSI:1']);
    // Who ceases to be one ceases to see them, in a view that stays open.
    let sight: 'ALL' | readonly string[] = 'ALL';
    const open = follow(WORLD, 12, () => sight);
    expect((await next(open)).moved).toHaveLength(5);
    sight = ['PARTY:A'];
    const then = next(open);
    place('MMSI:1', 31, 122, 2);
    expect([...(await then).left].sort()).toEqual(['CONTAINER:CSQU3054383', 'TRAIN_RUN:X1@2026-11-21', 'TRUCK:A1']);
  });
}); // prettier-ignore
