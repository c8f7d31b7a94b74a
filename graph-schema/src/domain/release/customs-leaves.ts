import type { EventCode } from '../event-code.ts';
import type { Milestone } from '../journey/milestone.ts';
import { filingOf } from './declaration-leaf.ts';
import type { LeafInput } from './leaf-input.ts';
import { endsTransitOut } from './places.ts';
import { bare, met, unmet } from './proof-node.ts';
import type { ProofNode, ReleaseActor } from './readiness.ts';

/** 舱单: customs have accepted it. A release proves it, as nothing is released against no manifest. */
export function manifestLeaf(input: LeafInput): ProofNode {
  const { steps, holds } = input;
  const rejected = holds.findLast((m) => m.code === 'MANIFEST_REJECTED');
  if (rejected) return unmet('MANIFEST', 'BLOCKED', 'CARRIER', [rejected]);
  const forbidden = holds.findLast(
    (m) => m.code === 'MANIFEST_NO_LOAD' || m.code === 'MANIFEST_NO_DISCHARGE',
  );
  if (forbidden) return unmet('MANIFEST', 'BLOCKED', 'CUSTOMS', [forbidden]);
  const accepted = steps.findLast(
    (m) => isOneOf(m, 'MANIFEST_ACCEPTED', 'MANIFEST_RELEASED') && !isUndone(m, steps),
  );
  const proof = accepted ?? input.release;
  if (proof) return met('MANIFEST', [proof]);
  const last = steps.findLast((m) => m.code.startsWith('MANIFEST_'));
  if (!last) return bare('MANIFEST', 'UNKNOWN');
  const isCarriersTurn = isOneOf(last, 'MANIFEST_PARTIAL', 'MANIFEST_DELETED');
  return unmet('MANIFEST', 'NOT_MET', isCarriersTurn ? 'CARRIER' : 'CUSTOMS', [last]);
}

/**
 * 运抵报告: the place tells customs that the goods are there. Under 提前申报 customs take the declaration before it, so that
 * it holds nothing up. Where a transit ends, its arrival 转关运抵 is the report, and an export is not let out before it.
 */
export function arrivalReportLeaf(input: LeafInput): ProofNode {
  const { steps, holds, presence } = input;
  const rejected = holds.findLast((m) => m.code === 'ARRIVAL_REPORT_REJECTED');
  if (rejected) return unmet('ARRIVAL_REPORT', 'BLOCKED', 'TERMINAL', [rejected]);
  const held = holds.findLast((m) => m.code === 'ARRIVAL_REPORT_HELD');
  if (held) return unmet('ARRIVAL_REPORT', 'BLOCKED', 'CUSTOMS', [held]);
  const accepted =
    steps.findLast((m) => isOneOf(m, 'ARRIVAL_REPORT_ACCEPTED', 'TRANSIT_ARRIVED', 'TRANSIT_CLOSED')) ??
    input.release;
  if (accepted) return met('ARRIVAL_REPORT', [accepted]);
  if (filingOf(input) && !endsTransitOut(input.at)) return bare('ARRIVAL_REPORT', 'NOT_NEEDED');
  const sent = steps.findLast((m) => m.code === 'ARRIVAL_REPORT_SUBMITTED');
  if (sent) return unmet('ARRIVAL_REPORT', 'NOT_MET', 'CUSTOMS', [sent]);
  if (!input.isCustomsTold) return bare('ARRIVAL_REPORT', 'UNKNOWN');
  return unmet('ARRIVAL_REPORT', 'NOT_MET', presence.state === 'THERE' ? 'TERMINAL' : 'CARRIER');
}

/** 检疫 */
export function quarantineLeaf(input: LeafInput): ProofNode {
  const { steps, holds } = input;
  const failed = holds.findLast((m) => m.code === 'QUARANTINE_FAILED');
  if (failed) return unmet('QUARANTINE', 'BLOCKED', 'DECLARANT', [failed]);
  const selected = holds.findLast((m) => m.code === 'QUARANTINE_SELECTED');
  if (selected) return unmet('QUARANTINE', 'BLOCKED', 'CUSTOMS', [selected]);
  const passed = steps.findLast((m) => m.code === 'QUARANTINE_PASSED');
  if (passed) return met('QUARANTINE', [passed]);
  const asked = steps.findLast((m) => m.code === 'QUARANTINE_DECLARED');
  if (!asked) return bare('QUARANTINE', 'UNKNOWN');
  const release = input.release;
  return release ? met('QUARANTINE', [release]) : unmet('QUARANTINE', 'NOT_MET', 'CUSTOMS', [asked]);
}

/** 税费 */
export function dutyLeaf(input: LeafInput): ProofNode {
  const due = input.holds.findLast((m) => m.code === 'DUTY_DUE');
  if (due) return unmet('DUTY', 'NOT_MET', 'DECLARANT', [due]);
  const paid = input.steps.findLast((m) => m.code === 'DUTY_PAID');
  if (paid) return met('DUTY', [paid]);
  const release = input.steps.some((m) => m.code === 'DUTY_DUE') ? input.release : null;
  return release ? met('DUTY', [release]) : bare('DUTY', 'UNKNOWN');
}

/** 布控、查验、扣留, and what terminals and carriers hold: nothing may stop the cargo. Each that does is a part. */
export function holdsLeaf({ steps, holds, isCustomsTold }: LeafInput): ProofNode {
  const parts = holds.map((m) => unmet('HOLDS', 'BLOCKED', whoHolds(m), [m]));
  const [first] = parts;
  if (first) return unmet('HOLDS', 'BLOCKED', first.actor ?? 'CUSTOMS', holds, parts);
  const lifted = steps.filter((m) => isOneOf(m, 'CUSTOMS_HOLD_LIFTED', 'DECL_INSPECTED', 'HOLD_LIFTED'));
  return isCustomsTold ? met('HOLDS', lifted) : bare('HOLDS', 'UNKNOWN');
}

/** A terminal's hold is told under one code by whoever placed it; customs' own codes are customs'. */
function whoHolds({ code, claims }: Milestone): ReleaseActor {
  const kind = code === 'HELD' ? claims[0]?.voices[0]?.source.kind : 'CUSTOMS';
  return kind === 'CUSTOMS' || kind === 'CARRIER' ? kind : 'TERMINAL';
}

/** Deleted, or taken back for a closer look, after it was accepted. */
function isUndone(accepted: Milestone, steps: readonly Milestone[]): boolean {
  const after = steps.slice(steps.indexOf(accepted) + 1);
  return after.some(
    (m) => m.document === accepted.document && isOneOf(m, 'MANIFEST_DELETED', 'MANIFEST_HELD_MANUAL'),
  );
}

function isOneOf({ code }: Milestone, ...codes: readonly EventCode[]): boolean {
  return codes.includes(code);
}
