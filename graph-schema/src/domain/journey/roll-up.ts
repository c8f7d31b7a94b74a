import { inTime, placeOf, TOLD_APART_BY_REASON, type Milestone } from './milestone.ts';

const WINDOW_MS = 36 * 3_600_000;

/** The boxes of one shipment do the same thing within a day or two: one line, naming the boxes. */
export function rollUp(milestones: readonly Milestone[]): Milestone[] {
  const open = new Map<string, Milestone>();
  const done: Milestone[] = [];
  for (const milestone of [...milestones].sort(inTime)) {
    const key = [
      milestone.code,
      milestone.classifier,
      milestone.loadState,
      placeOf(milestone.place),
      milestone.document,
      TOLD_APART_BY_REASON.has(milestone.code) ? milestone.reason : null,
      milestone.run,
    ]
      .map((part) => part ?? '')
      .join('|');
    const before = open.get(key);
    const joins = before && milestone.containers.length > 0 && before.containers.length > 0;
    const isNew = joins && !before.containers.some((box) => milestone.containers.includes(box));
    if (isNew && Date.parse(milestone.time.instant) - Date.parse(before.time.instant) <= WINDOW_MS) {
      open.set(key, {
        ...before,
        containers: [...before.containers, ...milestone.containers].sort(),
        disagreement: before.disagreement || milestone.disagreement,
        inherited: before.inherited && milestone.inherited,
        claims: [...before.claims, ...milestone.claims],
        expected: [...before.expected, ...milestone.expected],
      });
      continue;
    }
    if (before) done.push(before);
    open.set(key, milestone);
  }
  return [...done, ...open.values()].sort(inTime);
}
