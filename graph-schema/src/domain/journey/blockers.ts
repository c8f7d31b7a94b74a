import { readDeclarationNumber } from '../../codes/china-declaration.ts';
import type { EventCode } from '../event-code.ts';
import { splitKey } from '../identifier.ts';
import type { Milestone } from './milestone.ts';

/** Something that stops the cargo, with the milestone that says so. */
export interface Blocker {
  readonly code: EventCode;
  readonly since: string | null;
  readonly milestoneId: string | null;
}

/** What was placed, and what lifts it: each opens with the first and closes with any of the others after it. */
const HOLDS: readonly [placed: EventCode, ...lifted: EventCode[]][] = [
  ['DECL_DETAINED', 'DECL_RELEASED', 'RELEASED_ON_GUARANTEE', 'DECL_CANCELLED'],
  ['CUSTOMS_HOLD_PLACED', 'CUSTOMS_HOLD_LIFTED', 'DECL_CLOSED', 'DECL_CANCELLED'],
  ['DECL_SELECTED', 'DECL_INSPECTED', 'DECL_RELEASED', 'RELEASED_ON_GUARANTEE', 'DECL_CANCELLED'],
  ['DECL_SUSPENDED', 'DECL_ASSESSED', 'DECL_RELEASED', 'DECL_CANCELLED'],
  ['DECL_REJECTED', 'DECL_RECEIVED', 'DECL_ASSESSED', 'DECL_RELEASED'],
  ['DUTY_DUE', 'DUTY_PAID', 'DECL_RELEASED', 'RELEASED_ON_GUARANTEE'],
  ['MANIFEST_REJECTED', 'MANIFEST_ACCEPTED', 'MANIFEST_RELEASED'],
  ['MANIFEST_NO_LOAD', 'MANIFEST_ACCEPTED', 'MANIFEST_RELEASED'],
  ['MANIFEST_NO_DISCHARGE', 'MANIFEST_ACCEPTED', 'MANIFEST_RELEASED'],
  ['ARRIVAL_REPORT_REJECTED', 'ARRIVAL_REPORT_ACCEPTED'],
  ['QUARANTINE_SELECTED', 'QUARANTINE_PASSED'],
  ['QUARANTINE_FAILED', 'QUARANTINE_PASSED'],
  ['HELD', 'HOLD_LIFTED'],
  ['TRANSIT_OVERDUE', 'TRANSIT_ARRIVED', 'TRANSIT_CLOSED'],
];

/** Open holds by actual milestones of both lines, worst kind first. A hold on one paper or box is not lifted by another's. */
export function blockersOf(milestones: readonly Milestone[]): Blocker[] {
  const actual = milestones.filter((m) => m.classifier === 'ACTUAL');
  const blockers: Blocker[] = [];
  for (const [placed, ...lifted] of HOLDS) {
    const lifts = actual.filter(
      (m) => lifted.includes(m.code) || (placed === 'CUSTOMS_HOLD_PLACED' && isChineseRelease(m)),
    );
    for (const hold of latestOfEach(actual.filter((m) => m.code === placed))) {
      if (!isLifted(hold, lifts))
        blockers.push({ code: placed, since: hold.time.instant, milestoneId: hold.id });
    }
  }
  return blockers;
}

/**
 * Chinese receipts (CEB 501–503) never say that a hold 扣留 is lifted: customs release the declaration. Elsewhere a
 * release and a hold stand side by side, and the hold ends only when it is lifted.
 */
function isChineseRelease({ code, document }: Milestone): boolean {
  return (
    code === 'DECL_RELEASED' && document !== null && readDeclarationNumber(splitKey(document).value) !== null
  );
}

/** Lifted for the paper, and for each box that was held; what names no box lifts it for all. */
function isLifted(hold: Milestone, lifts: readonly Milestone[]): boolean {
  const after = lifts.filter(
    (m) => m.document === hold.document && Date.parse(m.time.instant) >= Date.parse(hold.time.instant),
  );
  if (hold.containers.length === 0) return after.length > 0;
  return hold.containers.every((box) =>
    after.some((m) => m.containers.length === 0 || m.containers.includes(box)),
  );
}

function latestOfEach(holds: readonly Milestone[]): Milestone[] {
  return [...new Map(holds.map((hold) => [[hold.document, ...hold.containers].join('|'), hold])).values()];
}
