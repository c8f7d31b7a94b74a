import { matchingRuleOf } from './matching-rules.ts';
import { inTime, placeOf, settled, type Matching, type Milestone } from './milestone.ts';
import { undoneWithin } from './opposites.ts';
import type { RunOf } from './same-run.ts';
import { inStepOrder } from './step-order.ts';

/**
 * A ship leaves a port once, whoever tells it and of whatever: of a box, of the bill or of the ship itself. What such
 * claims tell of one run becomes one milestone, which names the boxes that any of them name.
 */
export function joinCalls(milestones: readonly Milestone[], runOf: RunOf, matching: Matching): Milestone[] {
  const groups = new Map<string, Milestone[]>();
  const others: Milestone[] = [];
  const runless: Milestone[] = [];
  for (const milestone of [...milestones].sort(inTime)) {
    const isOfRun = matchingRuleOf(matching.rules, milestone.code).once === 'RUN';
    if (!isOfRun || milestone.transport?.mode === 'TRUCK') others.push(milestone);
    else if (milestone.run === null) runless.push(milestone);
    else {
      const key = `${milestone.code}|${milestone.run}`;
      groups.set(key, [...(groups.get(key) ?? []), milestone]);
    }
  }
  const told = [...groups.values()].flat();
  for (const milestone of runless) {
    const call = nearestCall(milestone, told, matching);
    const group = call && groups.get(`${call.code}|${call.run}`);
    if (group) group.push(milestone);
    else others.push(milestone);
  }
  const isUndoneBetween = undoneWithin(
    milestones.flatMap((m) => m.claims),
    runOf,
    matching,
  );
  const joined = [...groups.values()].flatMap((group) =>
    group.length === 1
      ? group
      : settled(
          group.flatMap((m) => [...m.claims, ...m.expected]),
          runOf,
          matching,
          isUndoneBetween,
        ),
  );
  return inStepOrder([...others, ...joined]);
}

/** The call of a run that one who names no run must mean: of the same kind, at the same place and about that time. */
function nearestCall(
  milestone: Milestone,
  told: readonly Milestone[],
  { rules, townOf }: Matching,
): Milestone | null {
  const windowMs = matchingRuleOf(rules, milestone.code).withinMinutes * 60_000;
  const town = ({ place }: Milestone) => place && (townOf(place) ?? placeOf(place));
  const gap = (call: Milestone) =>
    Math.abs(Date.parse(call.time.instant) - Date.parse(milestone.time.instant));
  const near = told.filter(
    (call) =>
      call.code === milestone.code &&
      call.classifier === milestone.classifier &&
      town(call) === town(milestone) &&
      gap(call) <= windowMs,
  );
  return near.sort((a, b) => gap(a) - gap(b) || inTime(a, b))[0] ?? null;
}
