import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { withCorrection, withCorrections, type CodeCorrections } from './code-corrections.ts';
import { indexCodeList, loadCodeList } from './code-list.ts';

const folder = new URL('../../data/codes/', import.meta.url);
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .map((path) => path.replaceAll('\\', '/').replace(/\.json$/, ''));

describe('code lists', () => {
  it.each(names)('%s is well formed', (name) => {
    const list = loadCodeList(name);
    expect(list.title).not.toBe('');
    expect(list.version).toMatch(/^\d{4}-\d\d$/);
    for (const row of list.rows) {
      expect(row.meaning, row.code).toBeTruthy();
      expect(row, row.code).toHaveProperty('canonical');
      expect(row, row.code).toHaveProperty('meaningZh');
    }
  });

  it('prefers the row of the variant and falls back to the general one', () => {
    const base = { meaning: 'm', meaningZh: null, source: 'V' } as const;
    const list = indexCodeList('test', {
      title: 't',
      version: '2026-11',
      rows: [
        { ...base, code: '45', canonical: 'ORDER' },
        { ...base, code: '45', canonical: 'REPORT', variant: 'D95B' },
      ],
    });
    expect(list.find('45', 'D95B')?.canonical).toBe('REPORT');
    expect(list.find('45', 'D00B')?.canonical).toBe('ORDER');
    expect(list.find('45')?.canonical).toBe('ORDER');
    expect(list.find('46')).toBeNull();
  });

  it('refuses a list that says two things of one code', () => {
    const row = { code: '1', meaning: 'm', meaningZh: null, canonical: null, source: 'V' } as const;
    expect(() => indexCodeList('test', { title: 't', version: '2026-11', rows: [row, row] })).toThrow(
      /twice/,
    );
  });
});

describe('corrections of a code list', () => {
  const LIST = 'edifact-cusres/processing-7365';
  const list = loadCodeList(LIST);
  const read = (corrections: readonly CodeCorrections[], code: string, variant: string | null) =>
    withCorrections(corrections, () => list.find(code, variant)?.canonical).result;
  const corrected = (code: string, variant: string | null, canonical: string | null) =>
    withCorrection({}, { list: LIST, code, variant }, canonical);

  it('of one variant leave the row for all and the other variants as they are', () => {
    const ofManifest = [corrected('4', 'MANIFEST', 'MANIFEST_ACCEPTED')];
    expect(read(ofManifest, '4', 'MANIFEST')).toBe('MANIFEST_ACCEPTED');
    expect(read(ofManifest, '4', null)).toBe('DECL_RELEASED');
    expect(read(ofManifest, '4', 'OTHER')).toBe('DECL_RELEASED');
  });

  it('without a variant are about the row for all: a variant with a row of its own keeps it', () => {
    const forAll = [corrected('4', null, 'DECL_CLOSED'), corrected('8', null, 'TRANSIT_DEPARTED')];
    expect(read(forAll, '4', null)).toBe('DECL_CLOSED');
    expect(read(forAll, '4', 'MANIFEST')).toBe('MANIFEST_RELEASED');
    // 8 has no row for cargo reports, so they are read by the row for all.
    expect(read(forAll, '8', 'MANIFEST')).toBe('TRANSIT_DEPARTED');
  });

  it('give a code that the list lacks a meaning in one variant alone', () => {
    const added = [corrected('99', 'MANIFEST', 'MANIFEST_DELETED')];
    expect(read(added, '99', 'MANIFEST')).toBe('MANIFEST_DELETED');
    expect(read(added, '99', null)).toBeUndefined();
  });

  it('of the sender count before those for everybody, row by row', () => {
    const both = [corrected('4', null, 'DECL_CLOSED'), corrected('4', 'MANIFEST', 'MANIFEST_ACCEPTED')];
    expect(read([...both, corrected('4', null, 'DECL_RECEIVED')], '4', null)).toBe('DECL_CLOSED');
    expect(read(both, '4', 'MANIFEST')).toBe('MANIFEST_ACCEPTED');
  });

  it('tell which of them were used', () => {
    const corrections = [corrected('4', 'MANIFEST', 'MANIFEST_ACCEPTED'), corrected('5', null, null)];
    const { used } = withCorrections(corrections, () => [list.find('4', 'MANIFEST'), list.find('4')]);
    expect(used).toEqual([{ list: LIST, code: '4', variant: 'MANIFEST' }]);
  });

  it('change nothing but what they speak of, whatever the rows', () => {
    const codes = ['1', '2', '3'];
    const variants = [null, 'A', 'B'];
    const key = fc.record({ code: fc.constantFrom(...codes), variant: fc.constantFrom(...variants) });
    fc.assert(
      fc.property(fc.uniqueArray(key, { selector: (k) => JSON.stringify(k) }), key, (listed, spoken) => {
        const rows = listed.map(({ code, variant }) => {
          const row = { code, meaning: 'm', meaningZh: null, canonical: `${code}${variant ?? ''}`, source: 'V' } as const;
          return variant === null ? row : { ...row, variant };
        });
        const any = indexCodeList('any/list', { title: 't', version: '2026-11', rows });
        const correction = withCorrection({}, { list: 'any/list', ...spoken }, 'CORRECTED');
        for (const code of codes)
          for (const variant of variants) {
            const now = withCorrections([correction], () => any.find(code, variant)?.canonical).result;
            const hasOwn = listed.some((row) => row.code === code && row.variant === variant);
            const isMeant =
              code === spoken.code && (variant === spoken.variant || (spoken.variant === null && !hasOwn));
            expect(now).toBe(isMeant ? 'CORRECTED' : any.find(code, variant)?.canonical);
          }
      }),
    );
  }); // prettier-ignore
});
