import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { startChild } from './child.mjs';
import { startWarden, stopLeftovers } from './leftovers.mjs';
import { tryRun } from './run.mjs';

const SAY_BYE = `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1e6); console.log('up')`;
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'left-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
});

const childOf = (script: string, order = 1) => {
  const lines = new EventEmitter();
  const ready = once(lines, 'said');
  const child = startChild({
    name: `p${order}`,
    order,
    command: process.execPath,
    args: ['-e', script],
    runDir: join(dataDir, 'run'),
    logFile: join(dataDir, 'p.log'),
    onOutput: () => lines.emit('said'),
  });
  onTestFinished(() => child.kill());
  return { child, ready };
};

test('a child is noted while it runs, and stops when asked', async () => {
  const { child, ready } = childOf(SAY_BYE);
  await ready;
  expect(readdirSync(join(dataDir, 'run'))).toEqual(['01-p1.json']);
  await child.stop();
  expect(await child.exited).toEqual({ code: 0, signal: null });
  expect(readdirSync(join(dataDir, 'run'))).toEqual([]);
});

test('one that ignores the request is killed after its grace', async () => {
  const { child, ready } = childOf(
    `process.on('SIGTERM', () => {}); setInterval(() => {}, 1e6); console.log('up')`,
  );
  await ready;
  await child.stop({ graceMs: 50 });
  expect((await child.exited).signal).toBe('SIGKILL');
});

test('the next start ends what a killed launcher left running, the last started first', async () => {
  const processes = [childOf(SAY_BYE, 1), childOf(SAY_BYE, 2)];
  await Promise.all(processes.map(({ ready }) => ready));
  expect(await stopLeftovers(join(dataDir, 'run'))).toEqual(['p2', 'p1']);
  for (const { child } of processes) expect((await child.exited).code).toBe(0);
});

test('when the launcher is killed outright, the warden ends what it had started', async () => {
  const { child, ready } = childOf(SAY_BYE);
  await ready;
  const launcher = `
    import { startWarden } from ${JSON.stringify(new URL('leftovers.mjs', import.meta.url).href)};
    startWarden(${JSON.stringify(join(dataDir, 'run'))});
    process.kill(process.pid, 'SIGKILL');`;
  await tryRun(process.execPath, ['--input-type=module', '-e', launcher]);
  expect(await child.exited).toEqual({ code: 0, signal: null });
});

test('a warden that is dismissed ends nothing', async () => {
  const { child, ready } = childOf(SAY_BYE);
  await ready;
  await startWarden(join(dataDir, 'other')).stop();
  expect(child.hasExited()).toBe(false);
});
