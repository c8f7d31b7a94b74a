import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const ShareLinksDocument = graphql(`
  query ShareLinks {
    shareLinks {
      id
      shipment
      title {
        scheme
        value
      }
      groups
      expiresAt
      revokedAt
    }
  }
`);

export const ShareShipmentDocument = graphql(`
  mutation ShareShipment($shipment: ID!, $groups: [FieldGroup!]!, $expiresAt: DateTime!) {
    shareShipment(shipment: $shipment, groups: $groups, expiresAt: $expiresAt) {
      __typename
      ... on NewShareLink {
        token
        link {
          groups
        }
      }
      ... on NotFoundError {
        code
      }
      ... on AccountError {
        code
      }
    }
  }
`);

export const RevokeShareLinkDocument = graphql(`
  mutation RevokeShareLink($id: ID!) {
    revokeShareLink(id: $id) {
      __typename
      ... on AccountError {
        code
      }
    }
  }
`);

export type ShareLink = ResultOf<typeof ShareLinksDocument>['shareLinks'][number];
