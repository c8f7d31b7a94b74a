import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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
