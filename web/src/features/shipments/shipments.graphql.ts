import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const ShipmentsDocument = graphql(`
  query Shipments($filter: ShipmentFilter, $sort: ShipmentSort, $after: String) {
    shipments(filter: $filter, sort: $sort, first: 25, after: $after) {
      totalCount
      edges {
        node {
          id
          title {
            scheme
            value
          }
          containers
          phase
          attention
          place {
            name
            nameZh
          }
          destination {
            name
            nameZh
          }
          next {
            code
            place {
              name
              nameZh
            }
          }
          eta {
            late
            time {
              instant
              local
              zone
              precision
            }
          }
          exceptions {
            id
            kind
            severity
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type ShipmentList = ResultOf<typeof ShipmentsDocument>['shipments'];
export type ListedShipment = ShipmentList['edges'][number]['node'];
export type ShipmentsVariables = VariablesOf<typeof ShipmentsDocument>;
