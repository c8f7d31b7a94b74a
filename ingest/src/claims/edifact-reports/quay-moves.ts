import type { EventCode } from 'graph-schema/domain/event-code';
import type { Reason } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ReportContext } from './interpret-reports.ts';
import type { BoxGroup } from './report.ts';

const STATUSES = loadCodeList('edifact/status-8249');

/**
 * What happened to a box in a report of this movement, by its status (8249):
 * a shortlanded box (7) was *not* moved, an overlanded one (8) was, and neither agrees with the list; a shifter (5) was
 * taken off and put back; what remains on board (4) did not move at all.
 */
export function quayMoves(
  movement: EventCode,
  status: string | null,
  group: BoxGroup,
  { findings }: ReportContext,
): EventCode[] {
  if (status === null) return [movement];
  const row = STATUSES.find(status);
  if (!row) findings.unmapped(STATUSES, status, group.at, group.equipment);
  switch (row?.canonical) {
    case 'SHORT':
      return ['DISCREPANCY'];
    case 'OVER':
      return [movement, 'DISCREPANCY'];
    case 'RESTOWED':
      return ['RESTOWED'];
    case 'REMAINS':
      findings.add('UNSUPPORTED', 'INFO', group.at, `8249 ${status}: ${row.meaning}`, group.equipment);
      return [];
    default:
      return [movement];
  }
}

/** A discrepancy says which. */
export function reasonOf(code: EventCode, status: string | null): Reason | null {
  return code === 'DISCREPANCY'
    ? { scheme: 'EDIFACT 8249', code: status, text: STATUSES.find(status ?? '')?.meaning ?? null }
    : null;
}
