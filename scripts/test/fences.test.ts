import { expect, test } from 'vitest';
import { countLines, isDataList, median } from './fence-size.mjs';
import { hardCodedIn } from './fence-text.mjs';
import { judgeScriptSizes } from './js-budget.mjs';
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

test.each([
  ['<p>Arrived today</p>', 'Arrived today'],
  ['<p>{isLate ? "late" : null}</p>', 'late'],
  ['<p>{[place, isLate && "late"].filter(Boolean).join(" · ")}</p>', 'late'],
  ['<p>{`${count} boxes`}</p>', 'boxes'],
  ['<button aria-label="Close" />', 'Close'],
  ['<p>到港</p>', '到港'],
])('what a reader sees of %s is found', (jsx, said) => {
  expect(hardCodedIn('web/src/a.tsx', `const a = ${jsx};`)).toEqual([
    `web/src/a.tsx:1: text in no catalogue: ${said}`,
  ]);
});

test('a sentence that a hook makes is found, and what nobody reads is not', () => {
  expect(hardCodedIn('web/src/a.ts', "export const name = () => 'on its way';")).toHaveLength(1);
  const unseen = `<a href="/en" className="a b" data-x="not read"><span lang="en">Throughline</span>{t('on.its')} · {at} UTC</a>`;
  expect(hardCodedIn('web/src/a.tsx', `'use client';\nconst a = ${unseen};`)).toEqual([]);
});

test('a page that loads too much JavaScript is named, with the heaviest of all', () => {
  const routes = [
    { route: '/light', firstLoadChunkPaths: ['shared'] },
    { route: '/heavy', firstLoadChunkPaths: ['shared', 'own'] },
  ];
  const bytes = (own: number) => (file: string) => (file === 'own' ? own : 200_000);
  expect(judgeScriptSizes(routes, bytes(50_000))).toEqual({
    problems: [],
    note: 'most is 250.0 kB, of /heavy',
  });
  expect(judgeScriptSizes(routes, bytes(50_100)).problems).toEqual([
    '/heavy loads 250.1 kB at first, at most 250.0 kB',
  ]);
  expect(judgeScriptSizes([], bytes(0)).problems).toHaveLength(1);
});
