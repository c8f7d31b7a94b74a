import { expect, it } from 'vitest';
import { isLeftOver, readVisits, visitorOf, withVisit, type Visit } from './visits.ts';

const visit = (id: string): Visit => ({ id, scheme: 'CONTAINER', value: id.toUpperCase() });
const ids = (kept: string | null, key = 'me') => readVisits(kept, key).map(({ id }) => id);
const after = (...opened: readonly string[]) =>
  opened.reduce<string | null>((kept, id) => withVisit(kept, 'me', visit(id)), null);

it('keeps the newest first, each once, and no more than a person looks through', () => {
  expect(ids(after('a', 'b', 'a'))).toEqual(['a', 'b']);
  expect(ids(after(...Array.from({ length: 30 }, (_, index) => `c${index}`)))).toHaveLength(12);
});

it('shows nobody what another left, and writes over it', () => {
  expect(ids(after('a'), 'another')).toEqual([]);
  expect(ids(withVisit(after('a'), 'another', visit('b')), 'another')).toEqual(['b']);
});

it.each([null, '', 'no JSON', '[]', '{"of":"me","visits":[{"id":1},null]}', '{"of":"me"}'])(
  'takes %j for nothing',
  (kept) => expect(ids(kept)).toEqual([]),
);

it('goes when whoever left it has signed out or another has come, and stays where nobody knows', () => {
  expect(isLeftOver(after('a'), { kind: 'PERSON', key: 'me' })).toBe(false);
  expect(isLeftOver(after('a'), { kind: 'PERSON', key: 'another' })).toBe(true);
  expect(isLeftOver(after('a'), { kind: 'NOBODY' })).toBe(true);
  expect(isLeftOver(after('a'), null)).toBe(false);
  expect(isLeftOver(null, { kind: 'NOBODY' })).toBe(false);
});

const viewer = { organisation: null, name: null, isAdmin: false, seesAll: false, keys: [], link: null };

it('keeps them for persons, takes them away where nobody signed in, and touches nothing otherwise', () => {
  const lin = visitorOf({ ...viewer, kind: 'MEMBER', name: 'Lin Yue', organisation: 'org_1' });
  expect(lin).toEqual({ kind: 'PERSON', key: 'MEMBER|org_1|Lin Yue' });
  expect(visitorOf({ ...viewer, kind: 'OPERATOR' })).toMatchObject({ kind: 'PERSON' });
  expect(visitorOf({ ...viewer, kind: 'PUBLIC' })).toEqual({ kind: 'NOBODY' });
  expect(visitorOf({ ...viewer, kind: 'SHARE_LINK' })).toBeNull();
  expect(visitorOf(null)).toBeNull();
});
