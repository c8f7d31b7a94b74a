import type { DerivedCall } from '../domain/calls/derived-call.ts';

/** A call a line: `11-20 06:35 BERTHED CNNBO BLCT3 berth 4`, times in UTC. */
export function showCalls(calls: readonly DerivedCall[]): string[] {
  return calls.map(({ code, at, spot, berth, passage }) => {
    const time = new Date(at * 1000).toISOString().slice(5, 16).replace('T', ' ');
    return [time, code, spot?.unLocode, spot?.code, berth && `berth ${berth}`, passage]
      .filter(Boolean)
      .join(' ');
  });
}
