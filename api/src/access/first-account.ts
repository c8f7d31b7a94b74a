import { randomBytes } from 'node:crypto';
import { appendAudit, type NewAuditRow } from 'graph-schema/cypher/access/audit';
import { saveOrganisation } from 'graph-schema/cypher/access/organisations';
import { openSignInLink } from 'graph-schema/cypher/access/sessions';
import { countOperators, createUser } from 'graph-schema/cypher/access/users';
import type { AccountGraph } from './account-graph.ts';
import { hashPassword } from './passwords.ts';
import { newId, newToken } from './tokens.ts';

export const FIRST_LOGIN = 'operator';
const OPERATORS = {
  id: 'org_operators',
  name: 'Operators',
  nameZh: '运营方',
  kinds: ['OPERATOR'],
  keys: [],
  sources: [],
};
const LINK_MS = 15 * 60_000;

export interface FirstAccount {
  readonly login: string;
  /** Null: somebody who runs the service has an account already. */
  readonly password: string | null;
  /** Signs in once; null: the account has another name by now. */
  readonly link: string | null;
}

/** An account for whoever runs the service, with a password that nobody knew before, and a link that signs in once. */
export async function ensureFirstAccount(graph: AccountGraph, at: { wall: number; now: number }): Promise<FirstAccount> {
  const { text: link, hash } = newToken('');
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  return graph.write(async (run) => {
    const [count] = await run(countOperators, {});
    const isFirst = (count?.operators ?? 0) === 0;
    if (isFirst) {
      await run(saveOrganisation, OPERATORS);
      const user = { id: newId('usr'), login: FIRST_LOGIN, name: 'Operator', role: 'ADMIN' as const };
      await run(createUser, { ...user, organisation: OPERATORS.id, passwordHash });
      const entry: NewAuditRow = { id: newId('aud'), at: at.now, actor: null, organisation: OPERATORS.id, action: 'createUser', subject: user.id };
      await run(appendAudit, { rows: [entry] });
    }
    const [opened] = await run(openSignInLink, { login: FIRST_LOGIN, hash, now: at.wall, expiresAt: at.wall + LINK_MS });
    return { login: FIRST_LOGIN, password: isFirst ? password : null, link: opened ? link : null };
  });
} // prettier-ignore
