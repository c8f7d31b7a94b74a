import { readFileSync } from 'node:fs';

/** Linux counts process time in hundredths of a second (USER_HZ), whatever the kernel's own tick is. */
const MICROSECONDS_PER_TICK = 10_000;

/** User and system time of a process so far, all its threads, in microseconds. */
export function cpuMicroseconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, field 2, is in brackets and may hold blanks; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_PER_TICK;
}

export type CpuByProcess = Readonly<Record<string, number>>;

export function cpuOf(pids: Readonly<Record<string, number>>): CpuByProcess {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMicroseconds(pid)]));
}

/** Spent between two readings, per item, whole microseconds. */
export function cpuPerItem(before: CpuByProcess, after: CpuByProcess, items: number): CpuByProcess {
  return Object.fromEntries(
    Object.entries(after).map(([name, now]) => [name, Math.round((now - (before[name] ?? 0)) / items)]),
  );
}
