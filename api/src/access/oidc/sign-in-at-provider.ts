import { randomBytes } from 'node:crypto';
import {
  findProviderUser,
  openSignInAttempt,
  takeSignInAttempt,
} from 'graph-schema/cypher/access/provider-sign-in';
import type { Logger } from 'pino';
import { RateLimit } from '../../limits/rate-limit.ts';
import type { AccessService } from '../access-service.ts';
import { openSession } from '../sign-in.ts';
import { hashOf } from '../tokens.ts';
import { createOidcProvider, type Vouched } from './oidc-provider.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** How long somebody may take at the provider. */
export const ATTEMPT_SECONDS = 600;
/** Nobody has to be known to begin, and each attempt is kept. */
const ATTEMPTS_A_MINUTE = 600;

/** Why nobody was signed in: the provider does not answer, its answer is not what was asked for, or there is no account for him. */
export type ProviderProblem = 'PROVIDER_SILENT' | 'PROVIDER_REFUSED' | 'NOT_INVITED';

/** Signs people in at an organisation's identity provider. */
export interface ProviderSignIn {
  /** Where to send a browser, and what it brings back with it as a cookie; null: the provider does not answer. */
  begin(next: string): Promise<{ readonly url: URL; readonly browser: string } | null>;
  /** `search`: what the provider answered. */
  finish(search: string, browser: string): Promise<{ readonly token: string; readonly next: string } | ProviderProblem>;
} // prettier-ignore

export function createProviderSignIn(settings: OidcSettings, access: AccessService, log: Logger): ProviderSignIn {
  const provider = createOidcProvider(settings);
  const attempts = new RateLimit(ATTEMPTS_A_MINUTE);
  return {
    async begin(next) {
      if ((await attempts.take('all')).isOver) return null;
      const browser = randomBytes(32).toString('base64url');
      try {
        const { url, state, nonce, verifier } = await provider.ask();
        const now = access.wall();
        const kept = { state: hashOf(state), browser: hashOf(browser), verifier, nonce, next, now };
        await access.accounts.write((run) => run(openSignInAttempt, { ...kept, expiresAt: now + ATTEMPT_SECONDS * 1000 }));
        return { url, browser };
      } catch (error) {
        log.warn({ err: error, issuer: settings.issuer.href }, 'the identity provider does not answer');
        return null;
      }
    },
    async finish(search, browser) {
      const state = new URLSearchParams(search).get('state') ?? '';
      const asked = { state: hashOf(state), browser: hashOf(browser), now: access.wall() };
      const [attempt] = await access.accounts.write((run) => run(takeSignInAttempt, asked));
      if (!attempt) return 'PROVIDER_REFUSED';
      let vouched: Vouched;
      try {
        vouched = await provider.redeem(search, { ...attempt, state });
      } catch (error) {
        log.warn({ err: error, issuer: settings.issuer.href }, 'an answer of the identity provider was refused');
        return 'PROVIDER_REFUSED';
      }
      const user = await accountOf(access, settings, vouched);
      if (user === null) return 'NOT_INVITED';
      return { token: await openSession(access, user, 'signInAtProvider'), next: attempt.next };
    },
  };
} // prettier-ignore

/** An address of a domain that is not the firm's says nothing, whoever vouches for it. */
async function accountOf(
  { accounts }: AccessService,
  { domains }: OidcSettings,
  { issuer, subject, email }: Vouched,
): Promise<string | null> {
  const small = email?.toLowerCase() ?? '';
  if (email === null || !domains.includes(small.slice(small.lastIndexOf('@') + 1))) return null;
  const params = { key: `${issuer} ${subject}`, logins: [email, small] };
  const [found] = await accounts.write((run) => run(findProviderUser, params));
  return found?.user ?? null;
}
