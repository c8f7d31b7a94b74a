import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

const pageFields = graphql(`
  fragment ShipmentPageFields on ShipmentConnection {
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
        departedAt
        arrivesAt
        declaredAt
        releasedAt
        changedAt
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
`);

export const ShipmentsDocument = graphql(
  `
    query Shipments($filter: ShipmentFilter, $sort: ShipmentSort, $first: Int!, $after: String) {
      shipments(filter: $filter, sort: $sort, first: $first, after: $after) {
        totalCount
        isTotalAtLeast
        ...ShipmentPageFields
      }
    }
  `,
  [pageFields],
);

/** What follows: how many there are was told with what is before. */
export const MoreShipmentsDocument = graphql(
  `
    query MoreShipments($filter: ShipmentFilter, $sort: ShipmentSort, $first: Int!, $after: String) {
      shipments(filter: $filter, sort: $sort, first: $first, after: $after) {
        ...ShipmentPageFields
      }
    }
  `,
  [pageFields],
);

export type ShipmentList = ResultOf<typeof ShipmentsDocument>['shipments'];
export type ListedShipment = ShipmentList['edges'][number]['node'];
/** Which shipments are asked for, in what order and from where on. */
export type ShipmentsQuestion = Omit<VariablesOf<typeof ShipmentsDocument>, 'first'>;
