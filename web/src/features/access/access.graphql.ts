import { graphql } from '../../gql/graphql.ts';

export const SignInDocument = graphql(`
  mutation SignIn($login: String!, $password: String!) {
    signIn(login: $login, password: $password) {
      __typename
    }
  }
`);

export const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

export const SignInProviderDocument = graphql(`
  query SignInProvider {
    signInProvider {
      name
    }
    signInByEmail
  }
`);
