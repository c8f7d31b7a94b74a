import type { MessageIssue } from 'graph-schema/domain/message';
import type { WritePlan } from './plan-writing.ts';

/**
 * What is written of a message of which its sender wants all or nothing (GS1 EPCIS 2.0 §12.6, `rollback`): where anything of it
 * was not taken, nothing is, and its units hold issues only. A doubt (WARNING) is taken.
 */
export function allOrNothing(plan: WritePlan): WritePlan {
  const isInError = plan.issues.some(({ severity }) => severity === 'ERROR');
  return plan.allOrNothing !== null && isInError ? nothingOf(plan) : plan;
}

/** The same message with nothing taken. */
export function nothingOf(plan: WritePlan): WritePlan {
  const { units } = plan.counts;
  const told = plan.claims.length + plan.positions.length + plan.statics.length + plan.retractions.length;
  return {
    ...plan,
    claims: [],
    retractions: [],
    threads: [],
    takesBack: false,
    positions: [],
    statics: [],
    issues: told > 0 ? [rolledBack(units), ...plan.issues] : plan.issues,
    counts: { units, withEvents: 0, withPositions: 0, withIssuesOnly: units, withoutContent: 0 },
  };
}

/** The first finding, so that it is kept of any number. */
function rolledBack(units: number): MessageIssue {
  const value = `${units} ${units === 1 ? 'record' : 'records'}`;
  return { code: 'ROLLED_BACK', severity: 'ERROR', at: 'message', value, span: null, list: null };
}
