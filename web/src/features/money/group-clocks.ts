import type { FreeTimeClock } from './money.graphql.ts';

/** Boxes with the same free time: the clock that binds, and what else is told or counted beside it. */
export interface ClockGroup {
  readonly key: string;
  readonly head: FreeTimeClock;
  /** Sorted; empty: all boxes of the cargo. */
  readonly containers: readonly string[];
  readonly open: readonly string[];
  /** Each kind of clock once, the binding one first. */
  readonly clocks: readonly FreeTimeClock[];
}

/** Ten boxes off one ship have one last free day: a row for all of them, what still runs and ends first at the top. */
export function groupClocks(clocks: readonly FreeTimeClock[]): ClockGroup[] {
  const groups = new Map<string, FreeTimeClock[]>();
  for (const clock of clocks.filter(({ binding }) => binding)) {
    const key = [clock.kind, clock.place?.id, clock.lastFreeDay, clock.basis, clock.stoppedAt === null].join('|');
    groups.set(key, [...(groups.get(key) ?? []), clock]);
  }
  return [...groups]
    .map(([key, [head, ...rest]]) => groupOf(key, [head as FreeTimeClock, ...rest], clocks))
    .toSorted((a, b) => Number(a.head.stoppedAt !== null) - Number(b.head.stoppedAt !== null));
} // prettier-ignore

function groupOf(
  key: string,
  binding: readonly [FreeTimeClock, ...FreeTimeClock[]],
  all: readonly FreeTimeClock[],
): ClockGroup {
  const [head] = binding;
  const containers = [...new Set(binding.flatMap(({ container }) => container ?? []))].toSorted();
  const beside = all.filter(
    ({ binding: binds, kind, container }) =>
      !binds && kind === head.kind && (container === null || containers.length === 0 || containers.includes(container)),
  );
  const shown = new Map<string, FreeTimeClock>();
  for (const clock of [...binding, ...beside]) {
    const same = [clock.basis, clock.lastFreeDay, clock.tariff, clock.binding].join('|');
    const before = shown.get(same);
    shown.set(same, before ? { ...before, evidence: [...new Set([...before.evidence, ...clock.evidence])] } : clock);
  }
  const open = [...new Set(binding.flatMap((clock) => clock.open))].toSorted();
  return { key, head, containers, open, clocks: [...shown.values()] };
} // prettier-ignore

/** How a free time stands at an instant; what only common practice says may be otherwise, and is never said to cost. */
export type ClockState = 'STOPPED' | 'COSTS' | 'RUNS' | 'NOT_YET' | 'BY_PRACTICE';

export function stateOf(
  { startedAt, stoppedAt, endsAt, isConfirmed }: FreeTimeClock,
  now: number,
): ClockState {
  if (stoppedAt !== null) return 'STOPPED';
  if (startedAt === null) return 'NOT_YET';
  if (!isConfirmed) return 'BY_PRACTICE';
  return Date.parse(endsAt) <= now ? 'COSTS' : 'RUNS';
}
