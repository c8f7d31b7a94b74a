import type { RunLeg } from 'graph-schema/domain/eta/awaited-arrival';
import type { FenceCrossing } from 'graph-schema/domain/eta/way-fence';
import { iso, runNamed } from './run-named.ts';

/** Thread of what is told of the way of one run to one place. */
export function wayThreadOf({ key }: RunLeg): string {
  return `way:${key}`;
}

/**
 * The message that tells which fences around its expected way a run left, or came back into (`derived-calls-1`); the same
 * crossings make the same bytes. Null where the run has no name that claims about it could be found by.
 */
export function wayMessage(
  run: RunLeg,
  imo: string | null,
  crossings: readonly FenceCrossing[],
): Buffer | null {
  const named = runNamed(run, imo);
  const { to } = run.leg;
  const last = crossings.at(-1);
  if (!named || !to || !last) return null;
  const head = {
    derived: 'calls-1',
    thread: wayThreadOf(run),
    version: Math.floor(last.at / 1000),
    mode: run.mode,
    ...named,
    unLocode: to.unLocode,
    spot: to.railStation,
  };
  const records = crossings.map(({ isOut, nm, at, before }) => ({
    ...head,
    code: isOut ? 'GEOFENCE_EXIT' : 'GEOFENCE_ENTRY',
    nm,
    at: iso(at),
    from: before === null ? null : iso(before),
    to: iso(at),
  }));
  return Buffer.from(`[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`);
}
