import { getPredictionPolicy } from 'graph-schema/reference/eta-prediction';
import { describe, expect, it } from 'vitest';
import { KnownRun } from './eta-known.ts';
import { takenBack } from './eta-measure.ts';
import { etaReport } from './eta-report.ts';
import { HOUR_MS, trueRun } from './eta-run.ts';
import { servicesOf } from './eta-services.ts';
import { followed } from './eta-timeline.ts';
import { toldOf } from './eta-told.ts';

const { services, lineOf } = servicesOf(new URL('../../graph-schema/data/', import.meta.url).pathname);
const seeds = Array.from({ length: 12 }, (_, index) => index);
const toldRuns = (mode: 'VESSEL' | 'RAIL') =>
  seeds.map((seed) => toldOf(trueRun(seed, mode, services, lineOf)));

describe('simulated voyages', () => {
  it('are the same for the same seed, and go from stop to stop in order', () => {
    const [one, again] = [trueRun(7, 'VESSEL', services, lineOf), trueRun(7, 'VESSEL', services, lineOf)];
    expect(again).toEqual(one);
    for (const { run } of [...toldRuns('VESSEL'), ...toldRuns('RAIL')]) {
      const instants = [run.departedAt, ...run.stops.flatMap((stop) => [stop.arrivedAt, stop.departedAt])];
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      expect(run.arrivedAt).toBe(run.stops.at(-1)?.departedAt);
    }
  });

  it('know of the carrier’s changes, of calls and of positions only what was received', () => {
    for (const told of toldRuns('VESSEL')) {
      const known = new KnownRun(told, lineOf, getPredictionPolicy());
      const now = told.run.departedAt + 200 * HOUR_MS;
      expect(known.fixesAt(now).every(({ receivedAt }) => receivedAt <= now)).toBe(true);
      const { stops } = known.wayAt(now);
      for (const { departedAt } of stops) expect(departedAt ?? 0).toBeLessThanOrEqual(now);
      const unheard = told.run.changes.filter(({ isAdded, toldAt }) => isAdded && toldAt > now);
      for (const { place } of unheard) expect(stops.map((stop) => stop.place)).not.toContain(place);
    }
  });
});

describe('runs followed side by side', () => {
  it('are computed from nothing that was received later', () => {
    const policy = getPredictionPolicy();
    const told = toldRuns('RAIL').slice(0, 5);
    const cut = Math.min(...told.map(({ closedAt }) => closedAt)) - 48 * HOUR_MS;
    const upTo = told.map((one) => ({
      ...one,
      fixes: one.fixes.filter(({ receivedAt }) => receivedAt <= cut),
    }));
    const saidBy = (runs: ReturnType<typeof followed>) =>
      runs.map(({ said }) => said.filter(({ saidAt }) => saidAt <= cut));
    expect(saidBy(followed(upTo, lineOf, policy))).toEqual(saidBy(followed(told, lineOf, policy)));
  });
});

describe('the report', () => {
  it('gives the same figures in whatever order the seeds come, all of them numbers', () => {
    const report = etaReport(seeds);
    expect(etaReport([...seeds].reverse())).toEqual(report);
    const numbers = JSON.stringify(report).match(/null|NaN/);
    expect(numbers).toBeNull();
    expect(report.sea.errors.map(({ daysBefore }) => daysBefore)).toEqual([10, 5, 2, 1]);
  });

  it('counts a change that the next one takes back by half or more', () => {
    expect(takenBack([10, 20, 16, 18, 30])).toBe(1);
    expect(takenBack([10, 20, 15])).toBe(1);
    expect(takenBack([10, 20, 30])).toBe(0);
    expect(takenBack([10])).toBe(0);
  });
});
