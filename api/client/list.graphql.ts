import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { candidateFields, placeFields, timeFields } from './shipment.graphql.ts';

const listedFields = graphql(
  `
    fragment ListedFields on ListedShipment {
      id
      title {
        scheme
        value
      }
      phase
      containers
      place {
        ...PlaceFields
      }
      destination {
        ...PlaceFields
      }
      departedAt
      arrivesAt
      declaredAt
      releasedAt
      changedAt
      eta {
        late
        overdueSince
        time {
          ...TimeFields
        }
        place {
          ...PlaceFields
        }
      }
      next {
        code
        overdueSince
        time {
          ...TimeFields
        }
        place {
          ...PlaceFields
        }
      }
      attention
      exceptions {
        id
        kind
        severity
        actor
        openedAt
      }
    }
  `,
  [placeFields, timeFields],
);

export const ShipmentsDocument = graphql(
  `
    query Shipments(
      $after: String
      $first: Int!
      $filter: ShipmentFilter
      $sort: ShipmentSort
      $asOf: DateTime
    ) {
      shipments(after: $after, first: $first, filter: $filter, sort: $sort, asOf: $asOf) {
        isPartial
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...ListedFields
          }
        }
      }
    }
  `,
  [listedFields],
);

export const LookupManyDocument = graphql(
  `
    query LookupMany($numbers: [String!]!, $asOf: DateTime) {
      lookupMany(numbers: $numbers, asOf: $asOf) {
        query
        isPartial
        candidates {
          ...CandidateFields
        }
        hits {
          via {
            scheme
            value
          }
          shipment {
            ...ListedFields
          }
        }
      }
    }
  `,
  [listedFields, candidateFields],
);

/** A page of a list of shipments. */
export type ShipmentPage = ResultOf<typeof ShipmentsDocument>['shipments'];
/** A shipment as lists show it: as it was derived last. */
export type ListedShipment = ResultOf<typeof listedFields>;
export type ShipmentFilter = NonNullable<VariablesOf<typeof ShipmentsDocument>['filter']>;
export type ShipmentSort = NonNullable<VariablesOf<typeof ShipmentsDocument>['sort']>;
/** What one of many numbers leads to, and what it could be. */
export type NumberLookup = ResultOf<typeof LookupManyDocument>['lookupMany'][number];
