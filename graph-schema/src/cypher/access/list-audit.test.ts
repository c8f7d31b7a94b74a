import { expect, it } from 'vitest';
import { listAudit, type AuditQuestion } from './list-audit.ts';

const ALL: AuditQuestion = { organisation: null, subject: null, actor: null, action: null, from: 0, before: 1, after: null, limit: 1 }; // prettier-ignore

it.each([
  [{}, 'at'],
  [{ organisation: 'org_a' }, 'organisation, at'],
  [{ organisation: 'org_a', action: 'deleteWebhook' }, 'organisation, action, at'],
  [{ action: 'deleteWebhook' }, 'action, at'],
  [{ organisation: 'org_a', actor: 'usr_a', action: 'saw' }, 'actor, at'],
  [{ organisation: 'org_a', actor: 'usr_a', subject: 'shp_a' }, 'subject, at'],
])('entries of %j are found by the index of %s, and held against the rest', (asked, index) => {
  const { text } = listAudit({ ...ALL, ...asked });
  expect(text).toContain(`USING INDEX e:AuditEntry(${index})\n`);
  for (const name of ['organisation', 'subject', 'actor', 'action'])
    expect(text).toContain(`e.${name} = $${name}`);
});
