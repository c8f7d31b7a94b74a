import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { shipmentFields } from './shipment.graphql.ts';

export const JourneyUpdatedDocument = graphql(
  `
    subscription JourneyUpdated($id: ID!) {
      journeyUpdated(id: $id) {
        __typename
        ... on JourneyUpdate {
          cursor
          shipment {
            ...ShipmentFields
          }
        }
        ... on NotFoundError {
          code
          message
        }
      }
    }
  `,
  [shipmentFields],
);

/** A shipment as it is now with the cursor of the feed at that moment, or why there is none; `__typename` says which. */
export type JourneyAnswer = ResultOf<typeof JourneyUpdatedDocument>['journeyUpdated'];
