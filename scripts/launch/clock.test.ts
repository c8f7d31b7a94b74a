import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { clockEnvironment, nextClock, openClock, serviceTime } from './clock.mjs';
import { createLifecycle } from './lifecycle.mjs';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;

test('a new clock shows the wall time and runs at its rate from there', () => {
  const clock = nextClock(null, { wallNow: NOON, rate: 60 });
  expect(serviceTime(clock, NOON)).toBe(NOON);
  expect(serviceTime(clock, NOON + MINUTE)).toBe(NOON + 60 * MINUTE);
});

test('after a stop the clock goes on where it was, not where it would have got to meanwhile', () => {
  const stoppedAt = NOON + 10 * 60 * MINUTE;
  const saved = { origin: NOON, wall: NOON, rate: 60, lastServiceTime: stoppedAt, stopped: true };
  const clock = nextClock(saved, { wallNow: NOON + 60 * MINUTE, rate: 60 });
  expect(serviceTime(clock, NOON + 60 * MINUTE)).toBe(stoppedAt);
});

test('a clock that the wall has overtaken shows the wall time', () => {
  const saved = { origin: NOON, wall: NOON, rate: 60, lastServiceTime: NOON + MINUTE, stopped: true };
  const tomorrow = NOON + 24 * 60 * MINUTE;
  expect(serviceTime(nextClock(saved, { wallNow: tomorrow, rate: 1 }), tomorrow)).toBe(tomorrow);
});

test('after a kill no time that may have been given out comes again', () => {
  fc.assert(
    fc.property(
      fc.record({
        rate: fc.double({ min: 0.1, max: 600, noNaN: true }),
        nextRate: fc.double({ min: 0.1, max: 600, noNaN: true }),
        unsaved: fc.integer({ min: 0, max: 30_000 }),
        down: fc.integer({ min: 0, max: 7 * 24 * 60 * MINUTE }),
      }),
      ({ rate, nextRate, unsaved, down }) => {
        const before = nextClock(null, { wallNow: NOON, rate });
        const saved = { ...before, lastServiceTime: serviceTime(before, NOON + MINUTE), stopped: false };
        const killed = NOON + MINUTE + unsaved;
        const after = nextClock(saved, { wallNow: killed + down, rate: nextRate });
        expect(serviceTime(after, killed + down)).toBeGreaterThanOrEqual(serviceTime(before, killed));
      },
    ),
  );
});

test('the clock is kept in the data folder and saved at the stop', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'clock-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  let wall = NOON;
  const run = async (rate: number, forMs: number) => {
    const lifecycle = createLifecycle();
    const clock = openClock({ dataDir, rate, lifecycle, wallNow: () => wall });
    const started = serviceTime(clock, wall);
    wall += forMs;
    await lifecycle.stop();
    return started;
  };
  expect(await run(60, MINUTE)).toBe(NOON);
  expect(await run(1, MINUTE)).toBe(NOON + 60 * MINUTE);
  expect(await run(1, MINUTE)).toBe(NOON + 61 * MINUTE);
});

test('processes get the clock as ISO instants', () => {
  expect(clockEnvironment({ origin: NOON, wall: NOON + MINUTE, rate: 60 })).toEqual({
    CLOCK_ORIGIN: '2026-03-01T12:00:00.000Z',
    CLOCK_WALL: '2026-03-01T12:01:00.000Z',
    CLOCK_RATE: '60',
  });
});
