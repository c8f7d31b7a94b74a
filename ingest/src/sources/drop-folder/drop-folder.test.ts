import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { Accepted, Arrival } from '../intake.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { watchDropFolder, type DropFolder } from './drop-folder.ts';

const sources = {
  find: (id: string) => (id === 'nobody' ? null : { ...sampleSource, id }),
} as unknown as SourceRegistry;

let folder: string;
let drop: DropFolder | null = null;
let taken: string[];
let answer: () => Promise<Accepted['outcome']>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drop-'));
  taken = [];
  answer = async () => 'ACCEPTED';
  const intake = {
    async accept({ source, bytes, fileName }: Arrival): Promise<Accepted> {
      const outcome = await answer();
      if (outcome !== 'ACCEPTED') return { outcome, retryAfterSeconds: 2 };
      taken.push(`${source.id}/${fileName}=${Buffer.from(bytes).toString()}`);
      return { outcome, rawId: 'x', sha256: 'x', receivedAt: 'x' };
    },
  };
  drop = await watchDropFolder(folder, 'default', intake, sources, 1000, pino({ level: 'silent' }));
});
afterEach(async () => {
  await drop?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const soon = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 50 });

describe('the drop folder', () => {
  it('takes settled files for the source of their folder and leaves what it cannot take', async () => {
    for (const source of ['ngb', 'nobody']) mkdirSync(join(folder, source));
    symlinkSync('/nowhere/at/all', join(folder, 'ngb', 'a-dangling-link'));
    writeFileSync(join(folder, 'ngb', 'b.edi'), 'gate');
    writeFileSync(join(folder, 'c.csv'), 'rail');
    writeFileSync(join(folder, 'nobody', 'd.edi'), 'stray');
    writeFileSync(join(folder, 'ngb', 'e.big'), 'x'.repeat(1001));
    const told = () => taken.filter((one) => one.includes('"notTaken"'));
    await soon(() =>
      expect(taken.filter((one) => !told().includes(one)).sort()).toEqual([
        'default/c.csv=rail',
        'ngb/b.edi=gate',
      ]),
    );
    // What is too large is told once, as a message of its source.
    await soon(() =>
      expect(told()).toEqual([
        expect.stringMatching(/^ngb\/e\.big=.*"TOO_LARGE","name":"e\.big","bytes":1001/),
      ]),
    );
    await soon(() => expect(readdirSync(join(folder, 'ngb')).sort()).toEqual(['a-dangling-link', 'e.big']));
    expect(readdirSync(join(folder, 'nobody'))).toEqual(['d.edi']);
  }, 20_000);

  it('loses neither of two files of one name when the second comes while the first is being taken', async () => {
    answer = async () => {
      // At this very moment the sender puts the next one in place.
      writeFileSync(join(folder, 'next'), 'second');
      renameSync(join(folder, 'next'), join(folder, 'report.txt'));
      answer = async () => 'ACCEPTED';
      return 'ACCEPTED';
    };
    writeFileSync(join(folder, 'report.txt'), 'first');
    await soon(() => expect(taken).toEqual(['default/report.txt=first', 'default/report.txt=second']));
    await soon(() => expect(readdirSync(folder)).toEqual([]));
  }, 20_000);

  it('offers a file again until the queue has room', async () => {
    let asked = 0;
    answer = async () => ((asked += 1) < 3 ? 'BUSY' : 'ACCEPTED');
    writeFileSync(join(folder, 'wait.txt'), 'patient');
    await soon(() => expect(taken).toEqual(['default/wait.txt=patient']));
    await soon(() => expect(readdirSync(folder)).toEqual([]));
  }, 20_000);

  it('leaves the files of a source that sends too much where they are, and takes them later', async () => {
    let asked = 0;
    answer = async () => ((asked += 1) === 2 ? 'TOO_MANY' : 'ACCEPTED');
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), name);
    await soon(() => expect(taken.sort()).toEqual(['default/a=a', 'default/b=b', 'default/c=c']));
    // The second was refused once, and the third not even tried in that look.
    expect(asked).toBe(4);
    await soon(() => expect(readdirSync(folder)).toEqual([]));
  }, 20_000);
});
