import { statement } from '../statement.ts';

export interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: 'ADMIN' | 'MEMBER';
  readonly isDisabled: boolean;
}

const FIELDS = `u.id AS id, u.login AS login, u.name AS name, o.id AS organisation, m.role AS role, u.disabledAt IS NOT NULL AS isDisabled`;

/** `organisation` null: of all. */
export const listUsers = statement<{ organisation: string | null }, UserRow>(
  'listUsers',
  `MATCH (u:User)-[m:MEMBER_OF]->(o:Organisation) WHERE $organisation IS NULL OR o.id = $organisation
RETURN ${FIELDS} ORDER BY u.login`,
);

/** No row: the login is taken, or there is no such organisation. */
export const createUser = statement<
  {
    id: string;
    login: string;
    name: string;
    organisation: string;
    role: UserRow['role'];
    /** Null: signs in at an identity provider, or by a link. */
    passwordHash: string | null;
  },
  UserRow
>(
  'createUser',
  `MATCH (o:Organisation {id: $organisation})
WHERE NOT EXISTS { (:User {login: $login}) }
CREATE (u:User {id: $id, login: $login, name: $name, passwordHash: $passwordHash})-[m:MEMBER_OF {role: $role}]->(o)
RETURN ${FIELDS}`,
);

/** `passwordHash` null: stays. Whoever is disabled, or has a new password, is signed out. */
export const changeUser = statement<
  {
    id: string;
    organisation: string | null;
    role: UserRow['role'];
    isDisabled: boolean;
    passwordHash: string | null;
    now: number;
  },
  UserRow
>(
  'changeUser',
  `MATCH (u:User {id: $id})-[m:MEMBER_OF]->(o:Organisation) WHERE $organisation IS NULL OR o.id = $organisation
SET m.role = $role, u.passwordHash = coalesce($passwordHash, u.passwordHash),
  u.disabledAt = CASE WHEN $isDisabled THEN coalesce(u.disabledAt, $now) ELSE null END
WITH u, m, o
CALL (u) { MATCH (s:Session)-[:OF]->(u) WHERE $isDisabled OR $passwordHash IS NOT NULL DETACH DELETE s }
RETURN ${FIELDS}`,
);

/** Whether somebody can sign in at all who runs the service. */
export const countOperators = statement<Record<string, never>, { operators: number }>(
  'countOperators',
  `MATCH (u:User)-[:MEMBER_OF]->(o:Organisation) WHERE 'OPERATOR' IN o.kinds AND u.disabledAt IS NULL RETURN count(u) AS operators`,
);
