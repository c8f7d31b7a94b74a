import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getAccessRules, readAccessRules } from './access-rules.ts';

type Data = { relations: { relation: string; groups: string[] }[] };
const file = (): Data =>
  JSON.parse(readFileSync(new URL('../../data/access-rules.json', import.meta.url), 'utf8')) as Data;

describe('the rules of who sees what', () => {
  it('show the public and operators of facilities milestones, and nothing else', () => {
    const { relations } = getAccessRules();
    expect(relations.get('PUBLIC')?.groups).toEqual(['MILESTONES']);
    expect(relations.get('FACILITY')?.groups).toEqual(['MILESTONES']);
  });

  it('let no party but an authority speak for itself', () => {
    const bySelf = [...getAccessRules().relations].filter(([, rule]) => rule.bySelf).map(([name]) => name);
    expect(bySelf).toEqual(['AUTHORITY', 'FACILITY']);
  });

  it('are refused where a relation has none, or shows what follows from what it does not show', () => {
    const none = file();
    none.relations.pop();
    expect(() => readAccessRules(none)).toThrow('PUBLIC');
    const half = file();
    half.relations.find(({ relation }) => relation === 'PORT')?.groups.push('RELEASE');
    expect(() => readAccessRules(half)).toThrow('PORT has RELEASE without what it follows from');
  });
});
