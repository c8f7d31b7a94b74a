import { readDeclarationNumber } from '../../codes/china-declaration.ts';
import type { EventCode } from '../event-code.ts';
import { splitKey } from '../identifier.ts';
import type { LeafKind } from '../release/readiness.ts';
import type { Milestone } from './milestone.ts';

/** One way to stop a cargo, as data. */
export interface HoldRule {
  readonly placed: EventCode;
  /** Each of these ends it, where it follows on the same paper. */
  readonly lifted: readonly EventCode[];
  /** What ends it besides where the paper is a Chinese declaration. */
  readonly liftedInChina: readonly EventCode[];
  /** The condition of release that it blocks. */
  readonly leaf: LeafKind;
}

/** Something that stops the cargo, with the milestone that says so. */
export interface Blocker {
  readonly code: EventCode;
  /** The condition of release that it blocks. */
  readonly leaf: LeafKind;
  readonly since: string | null;
  readonly milestoneId: string | null;
}

/**
 * Open holds by actual milestones of both lines, in the order of the rules. A hold on one paper or box is not lifted by
 * another's.
 */
export function blockersOf(milestones: readonly Milestone[], rules: readonly HoldRule[]): Blocker[] {
  const actual = milestones.filter((m) => m.classifier === 'ACTUAL');
  return rules.flatMap((rule) => {
    const placed = latestOfEach(actual.filter((m) => m.code === rule.placed));
    if (placed.length === 0) return [];
    const lifts = actual.filter((m) => endsHold(m, rule));
    return placed
      .filter((hold) => !isLifted(hold, lifts))
      .map(({ id, time }) => ({
        code: rule.placed,
        leaf: rule.leaf,
        since: time.instant,
        milestoneId: id,
      }));
  });
}

function endsHold(m: Milestone, { lifted, liftedInChina }: HoldRule): boolean {
  return lifted.includes(m.code) || (liftedInChina.includes(m.code) && isOfChineseDeclaration(m));
}

function isOfChineseDeclaration({ document }: Milestone): boolean {
  return document !== null && readDeclarationNumber(splitKey(document).value) !== null;
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
