import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Milestone } from './milestone.ts';
import { inStepOrder } from './step-order.ts';

const CODES = [
  'BOOKED',
  'MANIFESTED',
  'GATED_IN',
  'LOADED',
  'DEPARTED',
  'ARRIVED',
  'DISCHARGED',
  'GATED_OUT',
  'DELIVERED',
] as const;

function step(id: string, code: (typeof CODES)[number], local: string): Milestone {
  const isDay = local.length === 10;
  const instant = isDay ? `${local}T00:00:00Z` : `${local.replace(' ', 'T')}:00Z`;
  const time = {
    instant,
    local: instant.slice(0, -1),
    zone: 'UTC',
    zoneSource: 'EXPLICIT',
    precision: isDay ? 'DAY' : 'MINUTE',
  };
  return { id, code, loadState: 'FULL', place: null, run: null, time } as unknown as Milestone;
}
const shown = (steps: readonly Milestone[]) => inStepOrder(steps).map(({ code }) => code);

it('puts a bare date where the usual order has it among the minutes of its day', () => {
  const timed = [step('a', 'DISCHARGED', '2026-07-29 02:00'), step('b', 'DELIVERED', '2026-07-29 18:00')];
  expect(shown([...timed, step('c', 'GATED_OUT', '2026-07-29')])).toEqual([
    'DISCHARGED',
    'GATED_OUT',
    'DELIVERED',
  ]);
});

it('leaves what has no usual place at the beginning of its day, by code', () => {
  const bare = [
    step('x', 'MANIFESTED', '2026-07-29'),
    step('y', 'BOOKED', '2026-07-29'),
    step('z', 'LOADED', '2026-07-29 09:00'),
  ];
  expect(shown(bare)).toEqual(['BOOKED', 'MANIFESTED', 'LOADED']);
});

it('is the same for the same steps, and keeps all of them and the order of minutes', () => {
  const day = fc.constantFrom('2026-07-28', '2026-07-29');
  const anyTime = fc.oneof(day, fc.tuple(day, fc.constantFrom('00:00', '09:00', '18:00')).map((parts) => parts.join(' ')));
  const steps = fc
    .array(fc.tuple(fc.constantFrom(...CODES), anyTime), { maxLength: 9 })
    .map((all) => all.map(([code, at], index) => step(String(index), code, at)));
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat()), (all, keys) => {
      const order = inStepOrder(all);
      const shuffled = all.map((one) => [keys.next().value ?? 0, one] as const).sort(([a], [b]) => a - b);
      expect(inStepOrder(shuffled.map(([, one]) => one))).toEqual(order);
      expect(new Set(order)).toEqual(new Set(all));
      const minutes = order.filter((m) => m.time.precision === 'MINUTE').map((m) => m.time.instant);
      expect(minutes).toEqual(minutes.toSorted());
    }),
  );
}); // prettier-ignore
