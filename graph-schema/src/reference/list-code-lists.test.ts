import { describe, expect, it } from 'vitest';
import { listCodeLists } from './list-code-lists.ts';

describe('the catalogue of code lists', () => {
  const lists = listCodeLists();

  it('has every list with its title in both languages, its month and rows that say what they mean', () => {
    expect(lists.length).toBeGreaterThan(30);
    for (const { name, title, titleZh, version, rows } of lists) {
      expect(title, name).toMatch(/\S/);
      expect(titleZh, name).toMatch(/\p{Script=Han}/u);
      expect(version, name).toMatch(/^\d{4}-\d{2}$/);
      expect(rows.length, name).toBeGreaterThan(0);
      for (const { code, meaning } of rows) expect(meaning, `${name} ${code}`).toMatch(/\S/);
    }
  });

  it('is in the order of names, each once', () => {
    const names = lists.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
  });
});
