import { getEtaPolicy } from 'graph-schema/reference/eta-policy';
import { getPredictionPolicy } from 'graph-schema/reference/eta-prediction';
import { beforeAll, describe, expect, it } from 'vitest';
import { etaReport, type EtaModeReport, type EtaReport } from './eta-report.ts';
import type { Verdicts } from './judge.ts';
import { attributionPassed, etaFailures, exitCode } from './passed.ts';

/** Neither tuned on nor in the report. */
const SEEDS = Array.from({ length: 120 }, (_, index) => 2000 + index);
/** Mean and P90 of the absolute error in hours that may not be passed: as measured on these seeds, and a tenth more. */
const WORST = {
  sea: { 10: [13.2, 29], 5: [9.5, 21], 2: [6.6, 14.3], 1: [6.2, 11.6] },
  rail: { 10: [14.4, 30.3], 5: [13.9, 34], 2: [7.8, 15.2], 1: [4.3, 8.8] },
} as const;

const verdicts: Verdicts = { right: 98, wrong: 0, parked: 1, undecidable: 1, plausible: 0, total: 100, cycles: 9 }; // prettier-ignore

let report: EtaReport;
beforeAll(() => {
  report = etaReport(SEEDS);
});

describe('arrivals of voyages that nothing was tuned on', () => {
  it('are computed better than by distance and speed, better than the carrier tells them, and within bands that hold', () => {
    expect(etaFailures(report)).toEqual([]);
  });

  it.each(['sea', 'rail'] as const)('are by %s no further off than they were', (mode) => {
    const worst = WORST[mode];
    for (const { daysBefore, computed } of report[mode].errors) {
      const [mean, p90] = worst[daysBefore as keyof typeof worst];
      expect([daysBefore, computed.meanHours <= mean, computed.p90Hours <= p90]).toEqual([daysBefore, true, true]);
    }
  }); // prettier-ignore

  it('do not pass where ships are taken to be slower than they are', () => {
    const prediction = getPredictionPolicy();
    const VESSEL = { ...prediction.knots.VESSEL, max: 10 };
    const slow = { ...prediction, knots: { ...prediction.knots, VESSEL } };
    const failures = etaFailures(etaReport(SEEDS.slice(0, 60), { prediction: slow, best: getEtaPolicy() }));
    expect(failures).toContain('sea, 10 days before: on average no better than the carrier');
  }); // prettier-ignore
});

describe('the command', () => {
  it('fails where one message of either world is wrong, or a fiftieth waits', () => {
    expect(exitCode([verdicts], report)).toBe(0);
    expect(exitCode([verdicts, { ...verdicts, wrong: 1 }], report)).toBe(1);
    expect(exitCode([{ ...verdicts, parked: 2 }, verdicts], report)).toBe(1);
    expect(attributionPassed({ ...verdicts, parked: 2, total: 101 })).toBe(true);
    expect(attributionPassed({ ...verdicts, right: 0, parked: 0, total: 0 })).toBe(false);
  });

  it('fails where arrivals are computed worse than anybody would, and says in which way', () => {
    const errors = report.sea.errors.map((row) => ({ ...row, computed: row.plain }));
    const sea: EtaModeReport = { ...report.sea, errors, inBand: 0.5 };
    expect(exitCode([verdicts], { ...report, sea })).toBe(1);
    expect(etaFailures({ ...report, sea })).toEqual(
      expect.arrayContaining([
        'sea, 10 days before: on average no better than distance by speed',
        'sea: the band says 0.8 and holds 0.5',
      ]),
    );
  });
});
