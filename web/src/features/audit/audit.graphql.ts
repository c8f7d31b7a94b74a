import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const AuditDocument = graphql(`
  query Audit(
    $subject: ID
    $actor: ID
    $action: AuditAction
    $from: DateTime
    $before: DateTime
    $after: ID
    $first: Int!
  ) {
    auditTrail(
      subject: $subject
      actor: $actor
      action: $action
      from: $from
      before: $before
      after: $after
      first: $first
    ) {
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
export type AuditEntry = Answer['auditTrail'][number];
export type NamedActor = Answer['users'][number];
