import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { placeFields, timeFields, transportFields } from '../journey/journey-parts.graphql.ts';

/** Enough of each hit to choose between trips of a reused container. */
export const LookupDocument = graphql(
  `
    query Lookup($number: String!) {
      lookup(number: $number) {
        query
        candidates {
          scheme
          value
          confidence
          checkDigit
          repairs
          found
        }
        shipments {
          via {
            scheme
            value
          }
          shipment {
            id
            title {
              scheme
              value
            }
            journey {
              phase
              currentPlace {
                ...PlaceFields
              }
              origin {
                ...PlaceFields
              }
              destination {
                ...PlaceFields
              }
              last {
                code
                classifier
                loadState
                time {
                  ...TimeFields
                }
                transport {
                  ...TransportFields
                }
              }
              eta {
                time {
                  ...TimeFields
                }
              }
              logistics {
                classifier
                time {
                  ...TimeFields
                }
              }
            }
          }
        }
      }
    }
  `,
  [placeFields, timeFields, transportFields],
);

export type Lookup = ResultOf<typeof LookupDocument>['lookup'];
export type LookupHit = Lookup['shipments'][number];
export type LookupCandidate = Lookup['candidates'][number];
