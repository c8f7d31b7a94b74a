import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const AuditDocument = graphql(`
  query Audit(
    $subject: ID
    $actor: ID
    $action: AuditAction
    $from: DateTime
    $until: DateTime
    $after: String
    $first: Int!
  ) {
    auditEntries(
      subject: $subject
      actor: $actor
      action: $action
      from: $from
      until: $until
      after: $after
      first: $first
    ) {
      edges {
        node {
          id
          at
          actor
          actorKind
          actorName
          organisation
          action
          subject
          title {
            scheme
            value
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    users {
      id
      name
    }
    apiKeys {
      id
      name
    }
    organisations {
      id
      name
      nameZh
    }
  }
`);

type Answer = ResultOf<typeof AuditDocument>;
export type AuditVariables = VariablesOf<typeof AuditDocument>;
export type AuditAction = NonNullable<AuditVariables['action']>;
export type AuditEntry = Answer['auditEntries']['edges'][number]['node'];
export type NamedActor = Answer['users'][number];
