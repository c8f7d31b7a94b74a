import { describe, expect, it } from 'vitest';
import { type AxisDay, shareAxis } from './shared-axis.ts';
import { sampleMilestone } from './testing/sample-milestone.ts';

const now = Date.parse('2026-11-21T12:00:00+08:00');

/** `2026-11-21 | a b | c`: the day, what is on its left, what is on its right. */
function show(days: readonly AxisDay[]): string[] {
  return days.map(({ date, logistics, documents }) =>
    [date, ...[logistics, documents].map((groups) => groups.map(({ head }) => head.id).join(' '))].join(
      ' | ',
    ),
  );
}

describe('shareAxis', () => {
  it('puts both lines of a day side by side, newest on top', () => {
    const { behind } = shareAxis(
      [
        sampleMilestone('gate', '2026-11-17T09:28'),
        sampleMilestone('load', '2026-11-19T03:10', { code: 'LOADED' }),
      ],
      [sampleMilestone('release', '2026-11-17T16:00', { dimension: 'DOCUMENT', code: 'DECL_RELEASED' })],
      now,
    );
    expect(show(behind)).toEqual(['2026-11-19 | load | ', '2026-11-17 | gate | release']);
  });

  it('splits today where now runs through it', () => {
    const { ahead, behind } = shareAxis(
      [
        sampleMilestone('morning', '2026-11-21T08:00'),
        sampleMilestone('evening', '2026-11-21T20:00', { code: 'DEPARTED', classifier: 'PLANNED' }),
      ],
      [],
      now,
    );
    expect(show(ahead)).toEqual(['2026-11-21 | evening | ']);
    expect(show(behind)).toEqual(['2026-11-21 | morning | ']);
  });

  it('never draws what happened as ahead, however the clocks differ', () => {
    const { ahead, behind } = shareAxis([sampleMilestone('told', '2026-11-21T12:04')], [], now);
    expect(ahead).toEqual([]);
    expect(show(behind)).toEqual(['2026-11-21 | told | ']);
  });

  it('leaves a plan that time has passed among the past, still as a plan', () => {
    const { ahead, behind } = shareAxis(
      [sampleMilestone('overdue', '2026-11-20T08:00', { classifier: 'PLANNED' })],
      [],
      now,
    );
    expect(ahead).toEqual([]);
    expect(behind[0]?.logistics[0]?.head.classifier).toBe('PLANNED');
  });

  it('counts whole days without news, and none between neighbours', () => {
    const { behind } = shareAxis(
      ['2026-11-10T10:00', '2026-11-14T10:00', '2026-11-15T23:00'].map((local) =>
        sampleMilestone(local, local),
      ),
      [],
      now,
    );
    expect(behind.map(({ quietDaysBelow }) => quietDaysBelow)).toEqual([0, 3, 0]);
  });

  it('orders by instant where local dates run backwards across the date line', () => {
    const departed = sampleMilestone('departed', '2026-11-20T21:35');
    const arrived = sampleMilestone('arrived', '2026-11-20T17:50', {
      time: {
        ...departed.time,
        local: '2026-11-20T17:50:00',
        instant: '2026-11-21T01:50:00Z',
        zone: 'America/Los_Angeles',
      },
    });
    const { behind } = shareAxis([departed, arrived], [], now);
    expect(show(behind)).toEqual(['2026-11-20 | arrived departed | ']);
  });
});
