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
import { chooseProvider, domainOf, type Chosen } from './choose-provider.ts';
import { createOidcProvider, type Vouched } from './oidc-provider.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** How long somebody may take at the provider. */
export const ATTEMPT_SECONDS = 600;
/** Nobody has to be known to begin, and each attempt is kept. */
const ATTEMPTS_A_MINUTE = 600;

/**
 * Why nobody was signed in: no provider is known for him, it does not answer, its answer is not what was asked for, or there is no account
 * for him that it may vouch for.
 */
export type ProviderProblem = 'NO_PROVIDER' | 'PROVIDER_SILENT' | 'PROVIDER_REFUSED' | 'NOT_INVITED';

/** Signs people in at the identity providers of their firms. */
export interface ProviderSignIn {
  /** Where to send a browser, and what it brings back with it as a cookie. */
  begin(chosen: Chosen, next: string): Promise<{ readonly url: URL; readonly browser: string } | ProviderProblem>;
  /** `path`, `search`: where the provider sent the browser back to, and what it answered. */
  finish(path: string, search: string, browser: string): Promise<{ readonly token: string; readonly next: string } | ProviderProblem>;
} // prettier-ignore

export function createProviderSignIn(all: readonly OidcSettings[], access: AccessService, log: Logger): ProviderSignIn {
  const providers = new Map(all.map((settings) => [settings.id, createOidcProvider(settings)]));
  const attempts = new RateLimit(ATTEMPTS_A_MINUTE);
  return {
    async begin(chosen, next) {
      const settings = chooseProvider(all, chosen);
      const provider = settings && providers.get(settings.id);
      if (!provider) return 'NO_PROVIDER';
      if ((await attempts.take(settings.id)).isOver) return 'PROVIDER_SILENT';
      const browser = randomBytes(32).toString('base64url');
      try {
        const { url, state, nonce, verifier } = await provider.ask(chosen.email);
        const now = access.wall();
        const kept = { state: hashOf(state), browser: hashOf(browser), provider: settings.id, verifier, nonce, next, now };
        await access.accounts.write((run) => run(openSignInAttempt, { ...kept, expiresAt: now + ATTEMPT_SECONDS * 1000 }));
        return { url, browser };
      } catch (error) {
        log.warn({ err: error, issuer: settings.issuer.href }, 'the identity provider does not answer');
        return 'PROVIDER_SILENT';
      }
    },
    async finish(path, search, browser) {
      const state = new URLSearchParams(search).get('state') ?? '';
      const asked = { state: hashOf(state), browser: hashOf(browser), now: access.wall() };
      const [attempt] = await access.accounts.write((run) => run(takeSignInAttempt, asked));
      const settings = all.find(({ id }) => id === attempt?.provider);
      const provider = settings && providers.get(settings.id);
      if (!attempt || !provider) return 'PROVIDER_REFUSED';
      // A provider that leads its visitors on to another one would be handed the other's answer (RFC 9700, 4.4).
      if (path !== settings.callback.pathname) return 'PROVIDER_REFUSED';
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
  { domains, organisation }: OidcSettings,
  { issuer, subject, email }: Vouched,
): Promise<string | null> {
  if (email === null || !domains.includes(domainOf(email))) return null;
  const params = { key: `${issuer} ${subject}`, logins: [email, email.toLowerCase()], domains, organisation };
  const [found] = await accounts.write((run) => run(findProviderUser, params));
  return found?.user ?? null;
}
