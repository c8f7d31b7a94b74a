import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dayOf, endOfDay } from './end-day.ts';
import { endStateOf } from './end-state.ts';
import { afterChoice, ALWAYS, groupsIn, NEEDS } from './groups.ts';
import { failedWith } from './problem.ts';

const now = Date.parse('2026-11-21T09:07:00Z');

it.each([
  ['ACTIVE', null, null],
  ['ACTIVE', '2026-11-21T09:07:01Z', null],
  ['EXPIRED', '2026-11-21T09:07:00Z', null],
  ['REVOKED', '2026-12-21T09:07:00Z', '2026-11-20T00:00:00Z'],
  ['REVOKED', '2026-11-01T00:00:00Z', '2026-10-20T00:00:00Z'],
])('is %s where it ends at %s and was taken back at %s', (state, expiresAt, revokedAt) => {
  expect(endStateOf({ expiresAt, revokedAt }, now)).toBe(state);
});

it('ends with the last second of a day, and of no day not at all', () => {
  const end = endOfDay('2026-11-21') ?? '';
  expect(new Date(end).getDate()).toBe(21);
  expect(new Date(Date.parse(end) + 1000).getDate()).toBe(22);
  expect(endOfDay('')).toBeNull();
  expect(endOfDay('soon')).toBeNull();
});

it('counts days in UTC', () => {
  expect(dayOf(now)).toBe('2026-11-21');
  expect(dayOf(now, 14)).toBe('2026-12-05');
});

it('shows milestones whatever is chosen, and nothing that is no group', () => {
  const form = new FormData();
  form.append('groups', 'ETA');
  form.append('groups', 'EVERYTHING');
  expect(groupsIn(form)).toEqual(['MILESTONES', 'ETA']);
});

it('has words for an error that it does not know', () => {
  expect(failedWith('SOMETHING_NEW').problem).toBe('BAD_INPUT');
  expect(failedWith('REFUSED_URL').problem).toBe('REFUSED_URL');
});

it('chooses with a group what the rules of the API show it beside, and gives both up together', () => {
  const rules = new URL('../../../../graph-schema/data/access-rules.json', import.meta.url);
  const { needs } = JSON.parse(readFileSync(rules, 'utf8')) as { needs: Record<string, string[]> };
  const beside = Object.entries(needs).map(([group, all]) => [group, all.filter((one) => one !== ALWAYS)]);
  const some = beside.filter(([, all]) => all?.length !== 0);
  expect(Object.fromEntries(some)).toEqual(NEEDS);

  const chosen = afterChoice(new Set([ALWAYS]), 'EVIDENCE', true);
  expect([...chosen].toSorted()).toEqual(['EVIDENCE', 'GOODS', 'MILESTONES', 'PAPERS', 'PARTIES']);
  expect([...afterChoice(chosen, 'PAPERS', false)].toSorted()).toEqual(['GOODS', 'MILESTONES']);
});
