import { statement } from '../statement.ts';

/** What is kept of an attempt to sign in at an identity provider until the browser comes back. */
export interface SignInAttemptRow {
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
CREATE (:SignInAttempt {state: $state, browser: $browser, verifier: $verifier, nonce: $nonce, next: $next, expiresAt: $expiresAt})`,
);

/** Takes the attempt of this browser away: of two who come back with one state, one goes on. */
export const takeSignInAttempt = statement<{ state: string; browser: string; now: number }, SignInAttemptRow>(
  'takeSignInAttempt',
  `MATCH (a:SignInAttempt {state: $state}) WHERE a.browser = $browser
SET a.taken = coalesce(a.taken, 0) + 1
WITH a, a.taken AS taken, a.expiresAt > $now AS isGood, a.verifier AS verifier, a.nonce AS nonce, a.next AS next
DELETE a
WITH verifier, nonce, next, taken, isGood WHERE isGood AND taken = 1
RETURN verifier, nonce, next`,
);

/**
 * The account of somebody whom a provider vouches for: the one that was his before, else the one that was made for his e-mail address
 * and is nobody's yet, which is his from then on. `key`: issuer and subject. No row: there is none, or it is disabled.
 */
export const findProviderUser = statement<{ key: string; logins: readonly string[] }, { user: string }>(
  'findProviderUser',
  `OPTIONAL MATCH (known:User {providerKey: $key})
OPTIONAL MATCH (invited:User) WHERE known IS NULL AND invited.login IN $logins AND invited.providerKey IS NULL
WITH coalesce(known, invited) AS u LIMIT 1
MATCH (u) WHERE u.disabledAt IS NULL
SET u.providerKey = coalesce(u.providerKey, $key)
WITH u WHERE u.providerKey = $key
RETURN u.id AS user`,
);
