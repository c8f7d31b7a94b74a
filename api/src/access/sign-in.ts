import { appendAudit } from 'graph-schema/cypher/access/audit';
import { closeSession, findLogin, openSession as keepSession, takeSignInLink } from 'graph-schema/cypher/access/sessions'; // prettier-ignore
import type { AuditAction } from 'graph-schema/domain/access/audit-action';
import { RateLimit } from '../limits/rate-limit.ts';
import type { AccessService } from './access-service.ts';
import { isRight } from './passwords.ts';
import { hashOf, newToken } from './tokens.ts';

export const SESSION_SECONDS = 14 * 86_400;
const TRIES_A_MINUTE = 10;

const tries = new WeakMap<AccessService, RateLimit>();

/** The token of a new session; null: no such login, not its password, or tried too often. */
export async function signIn(access: AccessService, login: string, password: string): Promise<string | null> {
  const attempts = tries.get(access) ?? new RateLimit(TRIES_A_MINUTE);
  tries.set(access, attempts);
  if ((await attempts.take(login)).isOver) return null;
  const [found] = await access.accounts.read(findLogin, { login });
  const isHis = await isRight(password, found?.passwordHash ?? null);
  return found && isHis ? openSession(access, found.user, 'signIn') : null;
}

/** The token of a new session for a link that signs in once; null: it was followed before, or is too old. */
export async function signInByLink(access: AccessService, token: string): Promise<string | null> {
  const params = { hash: hashOf(token), now: access.wall() };
  const [taken] = await access.accounts.write((run) => run(takeSignInLink, params));
  return taken ? openSession(access, taken.user, 'signInByLink') : null;
}

export async function signOut(access: AccessService, token: string): Promise<void> {
  await access.accounts.write((run) => run(closeSession, { hash: hashOf(token) }));
  access.forget();
}

/** The token of a new session for somebody who has proved who he is; `action` says in the audit trail how. */
export async function openSession(access: AccessService, user: string, action: AuditAction): Promise<string> {
  const { text, hash } = newToken('');
  const now = access.wall();
  await access.accounts.write(async (run) => {
    const [kept] = await run(keepSession, { user, hash, now, expiresAt: now + SESSION_SECONDS * 1000 });
    const by = { actor: user, organisation: kept?.organisation ?? null };
    await run(appendAudit, { rows: [access.audit.entry(by, action, user)] });
  });
  return text;
}
