import { statement } from '../statement.ts';

/** A user by the name that is signed in with, and the hash of the password; null: signs in by link only. */
export const findLogin = statement<{ login: string }, { user: string; passwordHash: string | null }>(
  'findLogin',
  `MATCH (u:User {login: $login}) WHERE u.disabledAt IS NULL RETURN u.id AS user, u.passwordHash AS passwordHash`,
);

/** Old sessions of the user go with a new one. Answers whose he is; null: nobody's. */
export const openSession = statement<
  { user: string; hash: string; now: number; expiresAt: number },
  { organisation: string | null }
>(
  'openSession',
  `MATCH (u:User {id: $user})
CALL (u) { MATCH (old:Session)-[:OF]->(u) WHERE old.expiresAt <= $now DETACH DELETE old }
CREATE (:Session {hash: $hash, createdAt: $now, expiresAt: $expiresAt})-[:OF]->(u)
WITH u
OPTIONAL MATCH (u)-[:MEMBER_OF]->(o:Organisation)
RETURN o.id AS organisation LIMIT 1`,
);

export const closeSession = statement<{ hash: string }>(
  'closeSession',
  `MATCH (s:Session {hash: $hash}) DETACH DELETE s`,
);

/** A link that signs in once. */
export const openSignInLink = statement<
  { login: string; hash: string; now: number; expiresAt: number },
  { user: string }
>(
  'openSignInLink',
  `MATCH (u:User {login: $login})
CALL (u) { MATCH (old:SignInLink)-[:OF]->(u) WHERE old.expiresAt <= $now DETACH DELETE old }
CREATE (:SignInLink {hash: $hash, expiresAt: $expiresAt})-[:OF]->(u)
RETURN u.id AS user`,
);

/** Takes the link away: of two who follow it at once, one signs in. */
export const takeSignInLink = statement<{ hash: string; now: number }, { user: string }>(
  'takeSignInLink',
  `MATCH (l:SignInLink {hash: $hash})-[:OF]->(u:User)
SET l.taken = coalesce(l.taken, 0) + 1
WITH l, u, l.taken AS taken, l.expiresAt > $now AND u.disabledAt IS NULL AS isGood
DETACH DELETE l
WITH u, taken, isGood WHERE isGood AND taken = 1
RETURN u.id AS user`,
);
