import { expect, test } from 'vitest';
import { countLines, isDataList, median } from './fence-size.mjs';
import { runChecks } from './run-checks.mjs';

test('a list of rows is data, a parser is not', () => {
  expect(isDataList(`export const PORTS = [\n${"  ['CNSHA', '上海'],\n".repeat(30)}];`)).toBe(true);
  expect(isDataList(`export const NAMES = {\n${'  CNSHA: "上海",\n'.repeat(30)}};`)).toBe(true);
  expect(isDataList('export function parse(text) {\n  const rest = text.slice(1);\n  return rest;\n}')).toBe(
    false,
  );
});

test('lines and medians', () => {
  expect([countLines(''), countLines('a'), countLines('a\nb\n')]).toEqual([0, 1, 2]);
  expect([median([]), median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([0, 2, 2.5]);
});

test('each check counts as one test, a check that breaks as failed, and the problems are shown', async () => {
  const lines: string[] = [];
  const checks = [
    { name: 'good', run: () => ({ problems: [], note: 'all 3' }) },
    { name: 'bad', run: async () => ({ problems: ['a.ts: too long'] }) },
    { name: 'broken', run: () => Promise.reject(new Error('no such tool')) },
  ];
  const counts = await runChecks({ log: { line: (text: string) => void lines.push(text) }, checks });
  expect(counts).toEqual({ passed: 1, failed: 2 });
  const shown = lines.join('\n');
  expect(shown).toContain('✓ good: all 3');
  expect(shown).toContain('    a.ts: too long');
  expect(shown).toContain('no such tool');
});
