import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findSchemaBefore } from './schema-before.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-schema-before-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();

/** A commit with this schema; answers as what it is shown. */
function commit(schema: string): string {
  mkdirSync(join(folder, 'api'), { recursive: true });
  writeFileSync(join(folder, 'api/schema.graphql'), schema);
  git('add', '-A');
  git('commit', '-q', '-m', schema);
  return git('rev-parse', 'HEAD').slice(0, 8);
}

test('a folder without history, and a first commit, have nothing before them, and say so', async () => {
  expect(await findSchemaBefore(folder)).toEqual({ from: null, text: null, why: 'no history here' });
  git('init', '-q', '-b', 'main');
  commit('one');
  const { text, why } = await findSchemaBefore(folder);
  expect([text, why]).toEqual([null, 'no commit before this one here']);
});

test('on the main branch it is that of the commit before', async () => {
  git('init', '-q', '-b', 'main');
  const first = commit('one');
  commit('two');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  expect(await findSchemaBefore(folder)).toEqual({ from: first, text: 'one' });
});

test('on a branch it is that of the commit where the branch began, however many commits ago', async () => {
  git('init', '-q', '-b', 'main');
  commit('one');
  const left = commit('two');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  commit('three');
  commit('four');
  expect(await findSchemaBefore(folder)).toEqual({ from: left, text: 'two' });
});

test('a commit without a schema is nothing to compare with', async () => {
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'README.md'), 'nothing yet');
  git('add', '-A');
  git('commit', '-q', '-m', 'empty');
  const empty = git('rev-parse', 'HEAD').slice(0, 8);
  commit('one');
  expect(await findSchemaBefore(folder)).toMatchObject({ text: null, why: `no schema in ${empty}` });
});

test('a base that is named counts instead, on every branch, and is missed where it is none', async () => {
  git('init', '-q', '-b', 'main');
  commit('one');
  git('tag', 'v1');
  commit('two');
  commit('three');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  expect(await findSchemaBefore(folder, 'v1')).toEqual({ from: 'v1', text: 'one' });
  expect(await findSchemaBefore(folder, 'HEAD~1')).toEqual({ from: 'HEAD~1', text: 'two' });
  expect(await findSchemaBefore(folder, '')).toMatchObject({ text: 'two' });
  await expect(findSchemaBefore(folder, 'v2')).rejects.toThrow(
    'SCHEMA_BASE: no commit v2 with a schema here',
  );
  await expect(findSchemaBefore(folder, '--all')).rejects.toThrow('SCHEMA_BASE');
});
