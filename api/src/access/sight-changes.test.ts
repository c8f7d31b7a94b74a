import { OPERATOR, type Asker } from 'graph-schema/domain/access/asker';
import { expect, it } from 'vitest';
import { sightChanges } from './sight-changes.ts';

const MEMBER: Asker = { ...OPERATOR, kind: 'MEMBER', organisation: 'org_a', sight: ['PARTY:A', 'PARTY:B'] };

it('says once who sees other things than before, whatever the order in which his keys are read', () => {
  const { look, on } = sightChanges(MEMBER);
  const told: Asker['sight'][] = [];
  on(({ sight }) => told.push(sight));
  look({ ...MEMBER, sight: ['PARTY:B', 'PARTY:A'], isAdmin: false });
  expect(told).toEqual([]);
  look({ ...MEMBER, sight: ['PARTY:B'] });
  look({ ...MEMBER, sight: ['PARTY:B'] });
  expect(told).toEqual([['PARTY:B']]);
  look(MEMBER);
  expect(told).toHaveLength(2);
});
