import type { JtBoxGroup } from '../../claims/jt-files/box-groups.ts';
import { writtenTime, type JtContext } from '../../claims/jt-files/interpret-jt.ts';

export type Gate = 'GATED_IN' | 'GATED_OUT';

export interface GateMove {
  readonly gate: Gate;
  /** As written. */
  readonly time: string;
}

/**
 * Which way the box went, and when: what the header says, checked against which of the two times is filled. A header
 * without a direction leaves it to the times. Where header and times contradict each other nothing is taken: either
 * may be the slip, and a gate-out in place of a gate-in starts a journey that is not.
 */
export function gateMoves(
  said: Gate | null,
  { at, box }: JtBoxGroup,
  { layout, findings }: JtContext,
): GateMove[] {
  const times = {
    GATED_IN: writtenTime(layout, box, 'inTime'),
    GATED_OUT: writtenTime(layout, box, 'outTime'),
  };
  if (said === null) {
    const moves = (['GATED_IN', 'GATED_OUT'] as const).flatMap((gate) => {
      const time = times[gate];
      return time === null ? [] : [{ gate, time }];
    });
    if (moves.length === 0) findings.add('MISSING_FIELD', 'ERROR', at, 'in or out', box);
    return moves;
  }
  const time = times[said];
  if (time !== null) return [{ gate: said, time }];
  const other = times[said === 'GATED_IN' ? 'GATED_OUT' : 'GATED_IN'];
  if (other === null)
    findings.add('MISSING_FIELD', 'ERROR', at, said === 'GATED_IN' ? 'in time' : 'out time', box);
  else
    findings.add(
      'BAD_SYNTAX',
      'ERROR',
      at,
      `header says ${said}, only the other time is filled: ${other}`,
      box,
    );
  return [];
}
