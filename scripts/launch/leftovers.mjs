import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signalGroup } from './child.mjs';
import { isAlive } from './process-identity.mjs';
import { waitFor } from './wait.mjs';

const WARDEN = fileURLToPath(new URL('warden.mjs', import.meta.url));

/**
 * The folder where this launcher notes what it runs. Folders of earlier launchers are cleared first, and what they
 * left running is stopped; the caller holds the lock of the data folder, so none of them is alive.
 */
export async function openRunFolder(dataDir, { log }) {
  const all = join(dataDir, 'run');
  for (const name of listFolder(all)) {
    const left = await stopLeftovers(join(all, name));
    if (left.length > 0) log.line(`  stopped what an earlier start left running: ${left.join(', ')}`);
    rmSync(join(all, name), { recursive: true, force: true });
  }
  const runDir = join(all, String(process.pid));
  mkdirSync(runDir, { recursive: true });
  return runDir;
}

/** Starts the process that cleans up when this one is killed outright; an owned thing, see lifecycle.mjs. */
export function startWarden(runDir) {
  const warden = spawn(process.execPath, [WARDEN, runDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  warden.stdin.on('error', () => {});
  warden.on('error', () => {});
  warden.unref();
  warden.stdin.unref?.();
  const dismiss = () => {
    rmSync(runDir, { recursive: true, force: true });
    warden.stdin.end();
  };
  return { stop: async () => dismiss(), kill: dismiss };
}

/** Ends what is noted in a run folder, last started first, and answers the names of what still ran. */
export async function stopLeftovers(runDir, { graceMs = 20_000 } = {}) {
  const stopped = [];
  for (const file of listFolder(runDir).sort().reverse()) {
    const identity = readJson(join(runDir, file));
    if (isAlive(identity)) {
      stopped.push(file.replace(/^\d+-|\.json$/g, ''));
      await end(identity, graceMs);
    }
    rmSync(join(runDir, file), { force: true });
  }
  return stopped;
}

async function end(identity, graceMs) {
  const gone = () => !isAlive(identity);
  signalGroup(identity.pid, 'SIGTERM');
  if (await waitFor(gone, { timeoutMs: graceMs, everyMs: 50 })) return;
  signalGroup(identity.pid, 'SIGKILL');
  await waitFor(gone, { timeoutMs: 5000, everyMs: 50 });
}

function listFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
