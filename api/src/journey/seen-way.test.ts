import type { TrackPoint } from 'graph-schema/geo/track';
import { describe, expect, it } from 'vitest';
import { seenWay } from './seen-way.ts';

const points = (...minutes: number[]): TrackPoint[] =>
  minutes.map((minute) => [minute * 60, minute / 10, 30]);
const minutesOf = (way: readonly TrackPoint[]) => way.map(([at]) => at / 60);

describe('the way on which something was seen', () => {
  it('begins after the last gap, and not before the cargo was with it', () => {
    expect(minutesOf(seenWay(points(0, 5, 10, 60, 65, 70), 0, 1800))).toEqual([60, 65, 70]);
    expect(minutesOf(seenWay(points(0, 5, 10, 15), 300, 1800))).toEqual([5, 10, 15]);
    expect(seenWay([], 0, 1800)).toEqual([]);
  });

  it('keeps its ends and at most some hundred points', () => {
    const way = seenWay(points(...Array.from({ length: 5000 }, (_, minute) => minute)), 0, 1800);
    expect(way.length).toBeLessThan(450);
    expect([way[0]?.[0], way.at(-1)?.[0]]).toEqual([0, 4999 * 60]);
  });
});
