import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import type { Findings } from '../../syntax/findings.ts';
import type { Where } from '../claim-context.ts';

/** Somebody asks for events instead of telling of any: meant for a repository, and sent to us by mistake. */
export function refuseQuery(findings: Findings, { at, span }: Where): UnitOutcome {
  findings.add('UNSUPPORTED', 'ERROR', at, 'query request, no events', span);
  return NOTHING;
}
