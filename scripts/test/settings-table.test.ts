import { expect, test } from 'vitest';
import { listSourceFiles, readText } from './source-files.mjs';

/** Where programs of ours are told of settings: a word in capitals after one of these. */
const READ = [
  /\benv(?:ironment)?(?:\.|\[')([A-Z][A-Z0-9_]+)/g,
  /\bos\.environ\.get\('([A-Z][A-Z0-9_]+)/g,
  /^\s+([A-Z][A-Z0-9_]+): z\b/gm,
  /\$\{([A-Z][A-Z0-9_]+)(?::?[-?])/g,
];
/** Several at once: `const { NEO4J_URI: uri } = process.env`. */
const TAKEN_APART = /\{([^{}]*)\} = process\.env/g;
/** The machine's own and that of vitest, which nobody sets. */
const OF_THE_MACHINE = new Set(['PATH', 'VITEST_POOL_ID']);

function settingsRead(): Set<string> {
  const found = new Set<string>();
  for (const path of listSourceFiles()) {
    // What a README shows is a receiver's own; written JavaScript of a build is none of ours.
    if (!/\.(?:m?[jt]sx?|py|sh|ya?ml)$/.test(path) || path.startsWith('web/public/')) continue;
    const text = readText(path) ?? '';
    for (const pattern of READ) for (const [, name = ''] of text.matchAll(pattern)) found.add(name);
    for (const [, names = ''] of text.matchAll(TAKEN_APART))
      for (const [name] of names.matchAll(/\b[A-Z][A-Z0-9_]+\b/g)) found.add(name);
  }
  for (const name of OF_THE_MACHINE) found.delete(name);
  return found;
}

function settingsListed(): Set<string> {
  const [, configuration = ''] = (readText('README.md') ?? '').split('\n## Configuration\n');
  const [table = ''] = configuration.split('\n## ');
  const cells = table.split('\n').flatMap((line) => /^\| (`[^|]+)\|/.exec(line)?.[1] ?? []);
  return new Set(cells.flatMap((cell) => [...cell.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name = '']) => name)));
} // prettier-ignore

test('the README lists every setting that something reads, and no other', () => {
  const read = settingsRead();
  expect(read.size).toBeGreaterThan(40);
  expect([...settingsListed()].toSorted()).toEqual([...read].toSorted());
});
