import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const PeopleDocument = graphql(`
  query People {
    users {
      id
      login
      name
      organisation
      role
      isDisabled
    }
    organisations {
      id
      name
      nameZh
    }
  }
`);

export const CreateUserDocument = graphql(`
  mutation CreateUser(
    $login: String!
    $name: String!
    $password: String
    $role: UserRole!
    $organisation: ID
  ) {
    createUser(login: $login, name: $name, password: $password, role: $role, organisation: $organisation) {
      __typename
      ... on User {
        id
        name
      }
      ... on AccountError {
        code
      }
    }
  }
`);

export const ChangeUserDocument = graphql(`
  mutation ChangeUser($id: ID!, $role: UserRole!, $isDisabled: Boolean!) {
    changeUser(id: $id, role: $role, isDisabled: $isDisabled) {
      __typename
      ... on AccountError {
        code
      }
    }
  }
`);

export type Person = ResultOf<typeof PeopleDocument>['users'][number];
export type Role = Person['role'];
