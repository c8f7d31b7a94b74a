import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A pid alone does not name a process, since pids are used again: a pid and its start time do.
 * The answer is text that is only ever compared, or null when no such process lives.
 */
export function startOfProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name in brackets may hold blanks and brackets: count fields from the last one (proc(5): 22 is starttime).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return startByPs(pid);
  }
}

function startByPs(pid) {
  if (process.platform === 'linux') return null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

export function identify(pid) {
  return { pid, startedAt: startOfProcess(pid) };
}

/** Whether the process that was identified before still lives. */
export function isAlive(identity, lookUp = startOfProcess) {
  return (
    Number.isInteger(identity?.pid) &&
    typeof identity.startedAt === 'string' &&
    lookUp(identity.pid) === identity.startedAt
  );
}
