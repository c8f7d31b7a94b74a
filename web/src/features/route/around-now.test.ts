import { expect, it } from 'vitest';
import { groupMilestones } from '../journey/group-milestones.ts';
import { sampleMilestone } from '../journey/testing/sample-milestone.ts';
import { aroundNow } from './around-now.ts';

const groups = (...lines: (readonly [id: string, classifier: 'ACTUAL' | 'ESTIMATED' | 'PLANNED'])[]) =>
  groupMilestones(
    lines.map(([id, classifier], index) => sampleMilestone(id, `2026-11-2${index}T09:00`, { code: id, classifier })),
  ); // prettier-ignore
const idsOf = (told: ReturnType<typeof aroundNow>) => told.map(({ head }) => head.id);

it('tells what happened last and what is to come', () => {
  const told = groups(['gated', 'ACTUAL'], ['loaded', 'ACTUAL'], ['departs', 'ESTIMATED'], ['leaves', 'PLANNED']);
  expect(idsOf(aroundNow(told, 2))).toEqual(['loaded', 'departs']);
}); // prettier-ignore

it('tells the last of what is all over, and the first of what is all to come', () => {
  expect(idsOf(aroundNow(groups(['a', 'ACTUAL'], ['b', 'ACTUAL'], ['c', 'ACTUAL']), 2))).toEqual(['b', 'c']);
  expect(idsOf(aroundNow(groups(['a', 'PLANNED'], ['b', 'PLANNED'], ['c', 'PLANNED']), 2))).toEqual(['a', 'b']);
}); // prettier-ignore

it('leaves no line free where the last of all is still to come', () => {
  expect(idsOf(aroundNow(groups(['a', 'ACTUAL'], ['b', 'ACTUAL'], ['c', 'PLANNED']), 2))).toEqual(['b', 'c']);
  expect(idsOf(aroundNow(groups(['a', 'PLANNED']), 2))).toEqual(['a']);
});
