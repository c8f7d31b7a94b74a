import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const ApiKeysDocument = graphql(`
  query ApiKeys {
    apiKeys {
      id
      name
      organisation
      prefix
      groups
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
    }
    organisations {
      id
      name
      nameZh
    }
  }
`);

export const CreateApiKeyDocument = graphql(`
  mutation CreateApiKey($name: String!, $organisation: ID, $groups: [FieldGroup!], $expiresAt: DateTime) {
    createApiKey(name: $name, organisation: $organisation, groups: $groups, expiresAt: $expiresAt) {
      __typename
      ... on NewApiKey {
        token
        key {
          name
        }
      }
      ... on AccountError {
        code
      }
    }
  }
`);

export const RevokeApiKeyDocument = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      __typename
      ... on AccountError {
        code
      }
    }
  }
`);

export type ApiKey = ResultOf<typeof ApiKeysDocument>['apiKeys'][number];
