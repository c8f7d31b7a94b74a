import { statement } from '../statement.ts';

/** What is kept of an attempt to sign in at an identity provider until the browser comes back. */
export interface SignInAttemptRow {
  /** Which provider was asked, by its id here: it alone may be told what it answered. */
  readonly provider: string;
  /** Proves to the provider that who redeems the code is who asked for it (RFC 7636). */
  readonly verifier: string;
  readonly nonce: string;
  /** Page of this site to go on to. */
  readonly next: string;
}

/** `state`, `browser`: hashes. Attempts that nobody finished go with a new one. Times: wall clock, epoch milliseconds. */
export const openSignInAttempt = statement<
  SignInAttemptRow & { state: string; browser: string; now: number; expiresAt: number }
>(
  'openSignInAttempt',
  `CALL () { MATCH (old:SignInAttempt) WHERE old.expiresAt <= $now DETACH DELETE old }
CREATE (:SignInAttempt {state: $state, browser: $browser, provider: $provider, verifier: $verifier, nonce: $nonce, next: $next, expiresAt: $expiresAt})`,
);

/** Takes the attempt of this browser away: of two who come back with one state, one goes on. */
export const takeSignInAttempt = statement<{ state: string; browser: string; now: number }, SignInAttemptRow>(
  'takeSignInAttempt',
  `MATCH (a:SignInAttempt {state: $state}) WHERE a.browser = $browser
SET a.taken = coalesce(a.taken, 0) + 1
WITH a, a.taken AS taken, a.expiresAt > $now AS isGood, a.provider AS provider, a.verifier AS verifier, a.nonce AS nonce, a.next AS next
DELETE a
WITH provider, verifier, nonce, next, taken, isGood WHERE isGood AND taken = 1
RETURN provider, verifier, nonce, next`,
);

/**
 * The account of somebody whom a provider vouches for: the one that was his before, else the one that was made for his e-mail address
 * and is nobody's yet, which is his from then on. `key`: issuer and subject. `domains`, in small letters, and `organisation` (null: any):
 * whose accounts the provider may open. No row: there is none, it is not one of those, or it is disabled.
 */
export const findProviderUser = statement<
  {
    key: string;
    logins: readonly string[];
    domains: readonly string[];
    organisation: string | null;
  },
  { user: string }
>(
  'findProviderUser',
  `OPTIONAL MATCH (known:User {providerKey: $key})
OPTIONAL MATCH (invited:User) WHERE known IS NULL AND invited.login IN $logins AND invited.providerKey IS NULL
WITH coalesce(known, invited) AS u
MATCH (u)-[:MEMBER_OF]->(o:Organisation)
WHERE u.disabledAt IS NULL AND split(toLower(u.login), '@')[-1] IN $domains AND ($organisation IS NULL OR o.id = $organisation)
WITH u LIMIT 1
SET u.providerKey = coalesce(u.providerKey, $key)
WITH u WHERE u.providerKey = $key
RETURN u.id AS user`,
);
