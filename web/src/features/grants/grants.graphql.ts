import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const GrantsDocument = graphql(`
  query Grants {
    grants {
      id
      shipment
      title {
        scheme
        value
      }
      by
      organisation
      to {
        name
        nameZh
      }
      from {
        name
        nameZh
      }
      groups
      until
    }
  }
`);

export const RevokeGrantDocument = graphql(`
  mutation RevokeGrant($id: ID!) {
    revokeGrant(id: $id) {
      __typename
      ... on AccountError {
        code
      }
    }
  }
`);

export type Grant = ResultOf<typeof GrantsDocument>['grants'][number];
