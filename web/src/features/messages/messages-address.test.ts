import { expect, it } from 'vitest';
import { messageAddress, questionOf } from './messages-address.ts';

it('asks what the address says, whole days, and nothing that no filter knows', () => {
  const asked = questionOf({
    q: ' cbhu 380417-5 ',
    source: 'ningbo-terminal',
    show: 'LOUD',
    from: '2026-11-20',
    until: '2026-11-21',
    after: '2026-11-21T01:00:00.000Z a:b',
    evil: '1',
  });
  expect(asked).toEqual({
    find: 'cbhu 380417-5',
    source: 'ningbo-terminal',
    format: null,
    from: '2026-11-20T00:00:00.000Z',
    until: '2026-11-22T00:00:00.000Z',
    show: 'ALL',
    after: '2026-11-21T01:00:00.000Z a:b',
  });
});

it('takes no day that is none, and an outcome that is one', () => {
  expect(questionOf({ from: 'soon', until: '2026-13-40', show: 'DEAD', q: '  ' })).toMatchObject({
    find: null,
    from: null,
    until: null,
    show: 'DEAD',
  });
});

it('leads to a message whatever its source is called', () => {
  expect(messageAddress('a/b:5f')).toBe('/messages/a%2Fb%3A5f');
});
