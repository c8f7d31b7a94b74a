import { expect, it } from 'vitest';
import { ACTIONS, actionOf, subjectAddress } from './audit-actions.ts';
import { questionOf } from './audit-address.ts';

it('asks what the address says, whole days, and nothing that no filter knows', () => {
  const asked = questionOf({
    actor: ' usr_1 ',
    action: 'createApiKey',
    subject: 'key_1',
    from: '2026-11-20',
    until: '2026-11-21',
    after: 'WzEsImF1ZF8xIl0',
    evil: '1',
  });
  expect(asked).toEqual({
    actor: 'usr_1',
    action: 'createApiKey',
    subject: 'key_1',
    from: '2026-11-20T00:00:00.000Z',
    until: '2026-11-21T23:59:59.999Z',
    after: 'WzEsImF1ZF8xIl0',
    first: 50,
  });
});

it('takes no day that is none, and no action that nobody can do', () => {
  expect(questionOf({ action: 'toString', from: 'soon', until: '2026-13-40', actor: '  ' })).toMatchObject({
    action: null,
    from: null,
    until: null,
    actor: null,
  });
  expect(actionOf('flew')).toBeNull();
});

it('leads to what was seen or changed while it has a page', () => {
  expect(subjectAddress('saw', 'shp_1')).toBe('/shipments/shp_1');
  expect(subjectAddress('replayMessage', 'a/b:5f')).toBe('/messages/a%2Fb%3A5f');
  expect(subjectAddress('pauseWebhook', 'whk_1')).toBe('/account/webhooks/whk_1');
  expect(subjectAddress('deleteWebhook', 'whk_1')).toBeNull();
  for (const action of ACTIONS) expect(subjectAddress(action, 'x')).not.toBe('');
});
