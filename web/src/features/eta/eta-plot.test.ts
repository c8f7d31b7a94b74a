import { describe, expect, it } from 'vitest';
import { plotOf } from './eta-plot.ts';
import { bandPath, dotPath, levelPath, percentOf, stepPath } from './plot-paths.ts';
import { sampleTelling, sampleSeries } from './testing/sample-telling.ts';
import { timeTicks } from './time-ticks.ts';

const now = Date.parse('2026-11-10T00:00:00Z');
const at = (text: string) => Date.parse(text);
const carrier = sampleSeries(
  'carrier',
  sampleTelling('plan', '2026-11-01T00:00:00Z', '2026-11-20T08:00', { basis: 'PLANNED' }),
  sampleTelling('late', '2026-11-05T00:00:00Z', '2026-11-21T08:00'),
  sampleTelling('plan again', '2026-11-06T00:00:00Z', '2026-11-20T08:00', { basis: 'PLANNED' }),
  sampleTelling('another ship', '2026-11-07T00:00:00Z', '2026-12-20T08:00', { isOnTarget: false }),
);
const port = sampleSeries('port', sampleTelling('port', '2026-11-06T00:00:00Z', '2026-11-20T20:00'));
const input = { series: [carrier, port], changes: [], arrived: null, now };

describe('the plot of what was told', () => {
  it('draws what each stood by: no plan after its own estimate, nothing of another ship', () => {
    const plot = plotOf(input);
    expect(plot?.lines.map(({ source, points }) => [source.id, points.length])).toEqual([
      ['carrier', 2],
      ['port', 1],
    ]);
    expect(plot?.told.from).toBe(at('2026-11-01T00:00:00Z'));
    // The newest must not lie on the edge.
    expect(percentOf(now, plot?.told ?? { from: 0, to: 1 })).toBeCloseTo(94.34, 1);
    // Ningbo: the clock of the place, not the reader's.
    expect(plot?.offsetMinutes).toBe(480);
  });

  it('ends with the arrival, and leaves room around it', () => {
    const { time } = sampleTelling('x', '2026-11-08T00:00:00Z', '2026-11-08T08:00');
    const plot = plotOf({ ...input, arrived: time });
    expect(plot?.told.to).toBe(at('2026-11-08T00:00:00Z'));
    expect(plot?.due.from).toBeLessThan(at('2026-11-08T00:00:00Z'));
  });

  it('is none where only one word was told', () => {
    expect(plotOf({ ...input, series: [port] })).toBeNull();
  });
});

describe('its lines', () => {
  const plot = { lines: [], answer: [], arrived: null, confidence: null, told: { from: 0, to: 10 }, due: { from: 0, to: 100 }, offsetMinutes: 0 }; // prettier-ignore
  const points = [
    { at: 0, due: 50, low: null, high: null },
    { at: 5, due: 80, low: 70, high: 90 },
  ];

  it('stand until something else is told, later is higher', () => {
    expect(stepPath(plot, points)).toBe('M0 50H50V20H100');
    expect(dotPath(plot, points)).toBe('M0 50h0M50 20h0');
    expect(bandPath(plot, points)).toBe('M50 10H100V30H50Z');
    expect(levelPath(plot, 25)).toBe('M0 75H100');
    expect(stepPath(plot, [])).toBe('');
    expect(percentOf(2.5, plot.told)).toBe(25);
  });
});

describe('ticks', () => {
  it('stand at midnights of the place', () => {
    const span = { from: at('2026-11-01T03:00:00Z'), to: at('2026-11-04T03:00:00Z') };
    expect(timeTicks(span, 480, 4).map((tick) => new Date(tick).toISOString())).toEqual([
      '2026-11-01T16:00:00.000Z',
      '2026-11-02T16:00:00.000Z',
      '2026-11-03T16:00:00.000Z',
    ]);
  });

  it('are hours of a short span, and never more than fit', () => {
    const hours = { from: at('2026-11-01T03:10:00Z'), to: at('2026-11-01T06:10:00Z') };
    expect(timeTicks(hours, 0, 4)).toHaveLength(3);
    const years = { from: at('2024-11-01T00:00:00Z'), to: at('2026-11-01T00:00:00Z') };
    expect(timeTicks(years, 0, 5).length).toBeLessThanOrEqual(5);
  });
});
