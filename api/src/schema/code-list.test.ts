import { withCorrection } from 'graph-schema/reference/code-corrections';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { expect, it } from 'vitest';
import { rowsOf } from './code-list.ts';

const list = loadCodeList('edifact-cusres/processing-7365');
const of = (code: string, variant: string | null) => ({ list: list.name, code, variant });

it('shows a correction at the row that it is for, and adds what the list lacks', () => {
  const corrections = withCorrection(
    withCorrection({}, of('4', 'MANIFEST'), 'MANIFEST_ACCEPTED'),
    of('8', 'MANIFEST'),
    null,
  );
  const shown = rowsOf(list, corrections)
    .filter(({ code }) => code === '4' || code === '8')
    .map(({ code, variant, isCorrected, correctedTo }) => [code, variant, isCorrected, correctedTo]);
  expect(shown).toEqual([
    ['4', undefined, false, null],
    ['4', 'MANIFEST', true, 'MANIFEST_ACCEPTED'],
    ['8', undefined, false, null],
    ['8', 'MANIFEST', true, null],
  ]);
});
