import type { MilestoneGroup } from '../journey/group-milestones.ts';

/** Of lines in order of time so many: the last that happened, and those that are to come after it; of what is all over, the last. */
export function aroundNow(groups: readonly MilestoneGroup[], most: number): readonly MilestoneGroup[] {
  const ahead = groups.findIndex(({ head }) => head.classifier !== 'ACTUAL');
  const last = ahead < 0 ? groups.length : Math.max(0, ahead - 1);
  const first = Math.max(0, Math.min(last, groups.length - most));
  return groups.slice(first, first + most);
}
