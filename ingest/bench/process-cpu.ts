import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts process time in hundredths of a second (USER_HZ), whatever the kernel's own tick is. */
const MICROSECONDS_PER_TICK = 10_000;
/** Threads of a Java server that translate its code: they are busy after a start, and idle once it is warm. */
const TRANSLATES = /^C[12] Compiler/;

/** User and system time of a process or thread so far, in microseconds, from its `stat` file. */
function microsecondsIn(file: string): number {
  const stat = readFileSync(file, 'utf8');
  // The name, field 2, is in brackets and may hold blanks; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_PER_TICK;
}

function translating(pid: number): number {
  let sum = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      const task = `/proc/${pid}/task/${thread}`;
      if (TRANSLATES.test(readFileSync(`${task}/comm`, 'utf8'))) sum += microsecondsIn(`${task}/stat`);
    } catch {
      // It ended between the two looks.
    }
  }
  return sum;
}

export type CpuByProcess = Readonly<Record<string, number>>;

/** Spent so far by each process; of `neo4j` the translation of its own code apart. */
export function cpuOf(pids: Readonly<Record<string, number>>): CpuByProcess {
  const spent: Record<string, number> = {};
  for (const [name, pid] of Object.entries(pids)) {
    spent[name] = microsecondsIn(`/proc/${pid}/stat`);
    if (name !== 'neo4j') continue;
    spent['jit of neo4j'] = translating(pid);
    spent[name] -= spent['jit of neo4j'];
  }
  return spent;
}

/** Spent between two readings, per item, whole microseconds. */
export function cpuPerItem(before: CpuByProcess, after: CpuByProcess, items: number): CpuByProcess {
  return Object.fromEntries(
    Object.entries(after).map(([name, now]) => [name, Math.round((now - (before[name] ?? 0)) / items)]),
  );
}
