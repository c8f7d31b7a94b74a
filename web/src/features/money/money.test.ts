import { describe, expect, it } from 'vitest';
import { samplePlace } from '../journey/testing/sample-milestone.ts';
import { chargesByDay, chargesInAll } from './charges-by-day.ts';
import { groupClocks, stateOf } from './group-clocks.ts';
import type { DayCharge, FreeTimeClock } from './money.graphql.ts';

const clock = (container: string, given: Partial<FreeTimeClock> = {}): FreeTimeClock => ({
  container,
  kind: 'DEMURRAGE',
  basis: 'ARRIVAL_NOTICE',
  lastFreeDay: '2026-12-04',
  zone: 'Asia/Shanghai',
  endsAt: '2026-12-04T16:00:00Z',
  startedAt: '2026-11-30T00:00:00Z',
  stoppedAt: null,
  binding: true,
  isCertain: true,
  isConfirmed: true,
  tariff: null,
  open: [container],
  evidence: [`notice of ${container}`],
  place: samplePlace(),
  rates: [],
  ...given,
});
const charge = (container: string, date: string, amount: number | null = 320): DayCharge => ({
  container,
  date,
  kind: 'DEMURRAGE',
  day: 1,
  amount,
  currency: amount === null ? null : 'CNY',
});

describe('free times', () => {
  it('of boxes that end together are one row, with what is counted beside them, and what has stopped last', () => {
    const tariff = { basis: 'TARIFF', binding: false, lastFreeDay: '2026-12-07', tariff: 'DEM-CN' } as const;
    const groups = groupClocks([
      clock('C', { stoppedAt: '2026-12-01T00:00:00Z', open: [] }),
      clock('B'),
      clock('A'),
      clock('A', tariff),
      clock('B', tariff),
    ]);
    expect(groups.map(({ containers }) => containers)).toEqual([['A', 'B'], ['C']]);
    const [running] = groups;
    expect(running?.clocks.map(({ basis, binding }) => [basis, binding])).toEqual([
      ['ARRIVAL_NOTICE', true],
      ['TARIFF', false],
    ]);
    expect(running?.clocks[0]?.evidence).toEqual(['notice of B', 'notice of A']);
  });

  it('run until their midnight, then cost, unless the box has gone or has not come', () => {
    const end = Date.parse('2026-12-04T16:00:00Z');
    expect([stateOf(clock('A'), end - 1), stateOf(clock('A'), end)]).toEqual(['RUNS', 'COSTS']);
    expect(stateOf(clock('A', { startedAt: null }), end)).toBe('NOT_YET');
    expect(stateOf(clock('A', { stoppedAt: '2026-12-03T00:00:00Z' }), end)).toBe('STOPPED');
  });

  it('of common practice alone neither run nor cost for certain', () => {
    const sample = clock('A', { basis: 'TARIFF', tariff: 'DEM-CN-20', isConfirmed: false });
    expect(stateOf(sample, Date.parse('2026-12-10T00:00:00Z'))).toBe('BY_PRACTICE');
  });
});

describe('what the days ahead cost', () => {
  it('is added up by day and currency; what is not known is said, not counted as nothing', () => {
    const charges = [charge('A', '2026-12-06'), charge('A', '2026-12-05'), charge('B', '2026-12-06', null)];
    expect(chargesByDay(charges)).toEqual([
      { date: '2026-12-05', boxes: 1, amounts: [{ currency: 'CNY', amount: 320 }], isPartial: false },
      { date: '2026-12-06', boxes: 2, amounts: [{ currency: 'CNY', amount: 320 }], isPartial: true },
    ]);
    expect(chargesInAll(charges)).toMatchObject({
      amounts: [{ currency: 'CNY', amount: 640 }],
      isPartial: true,
    });
    expect(chargesInAll([])).toBeNull();
  });
});
