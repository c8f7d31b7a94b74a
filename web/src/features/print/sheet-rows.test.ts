import { expect, it } from 'vitest';
import { sampleMilestone } from '../journey/testing/sample-milestone.ts';
import { roomFor, sheetLine } from './sheet-rows.ts';

const now = Date.parse('2026-11-15T00:00:00Z');
const day = (of: number) => `2026-11-${String(of).padStart(2, '0')}T09:00`;
const happened = (of: number) => sampleMilestone(`day ${of}`, day(of));
const planned = (of: number) => sampleMilestone(`day ${of}`, day(of), { classifier: 'PLANNED' });
const days = ({ ahead, behind }: ReturnType<typeof sheetLine>) =>
  [ahead, behind].map((side) => side.map(({ head }) => Number(head.time.local.slice(8, 10))));

it('shows what comes next and what happened last, and says how much is left out', () => {
  const line = [1, 2, 3, 4, 5, 6, 7, 8].map(happened).concat([20, 21, 22, 23].map(planned));
  const shown = sheetLine(line, now, 6);
  expect(days(shown)).toEqual([
    [21, 20],
    [8, 7, 6, 5],
  ]);
  expect(shown.left).toBe(6);
});

it('gives the room that one side does not need to the other', () => {
  expect(days(sheetLine([3, 2].map(happened).concat([20, 21, 22, 23].map(planned)), now, 6))).toEqual([
    [23, 22, 21, 20],
    [3, 2],
  ]);
  expect(sheetLine([], now, 6)).toEqual({ ahead: [], behind: [], left: 0 });
});

it('leaves less room for milestones where there are boxes and exceptions, never none', () => {
  expect(roomFor(0, 0, 0).milestones).toBeGreaterThan(roomFor(3, 2, 0).milestones);
  expect(roomFor(3, 2, 0).milestones).toBeGreaterThan(roomFor(3, 2, 4).milestones);
  expect(roomFor(400, 90, 30)).toMatchObject({ boxes: 12, exceptions: 6, cargo: 8 });
  expect(roomFor(400, 90, 30).milestones).toBeGreaterThan(8);
});
