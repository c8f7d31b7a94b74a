import type { PlaceRef } from '../tracking-event.ts';
import { inTime, placeOf, TOLD_APART_BY_REASON, type Milestone } from './milestone.ts';
import { inStepOrder } from './step-order.ts';
import { townAsTold, type TownOf } from './towns.ts';

const WINDOW_MS = 36 * 3_600_000;

/** The boxes of one shipment do the same thing within a day or two: one line, naming the boxes. */
export function rollUp(milestones: readonly Milestone[], townOf: TownOf = townAsTold): Milestone[] {
  const open = new Map<string, Milestone>();
  const done: Milestone[] = [];
  for (const milestone of [...milestones].sort(inTime)) {
    const key = [
      milestone.code,
      milestone.classifier,
      milestone.loadState,
      townOrStation(milestone.place, townOf),
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
  return inStepOrder([...done, ...open.values()]);
}

/** A terminal's port and its office of customs are one line; stations of one town are two. */
function townOrStation(place: PlaceRef | null, townOf: TownOf): string | null {
  return place && ((place.railStation === null ? townOf(place) : null) ?? placeOf(place));
}
