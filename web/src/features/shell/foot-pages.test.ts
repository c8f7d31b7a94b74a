import { expect, it } from 'vitest';
import { footPages } from './foot-pages.ts';

it('leads whoever runs the service to its sources, messages and what is parked', () => {
  expect(footPages({ kind: 'OPERATOR', seesAll: true })).toEqual([
    'sources',
    'messages',
    'parked',
    'consumers',
    'codes',
  ]);
});

it('leads members to what they may read', () => {
  expect(footPages({ kind: 'MEMBER', seesAll: false })).toEqual(['codes']);
});

it.each(['PUBLIC', 'SHARE_LINK', 'API_KEY'] as const)('leads %s nowhere', (kind) => {
  expect(footPages({ kind, seesAll: false })).toEqual([]);
});

it('leads nowhere where it is not known who looks', () => {
  expect(footPages(null)).toEqual([]);
});
