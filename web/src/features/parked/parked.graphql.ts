import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { placeFields, sourceFields, timeFields } from '../journey/journey-parts.graphql.ts';

export const ParkedDocument = graphql(
  `
    query Parked($reason: ParkReason, $source: String, $after: String) {
      parkedClaims(reason: $reason, source: $source, first: 50, after: $after) {
        claims {
          id
          box {
            scheme
            value
          }
          reason
          code
          classifier
          time {
            ...TimeFields
          }
          place {
            ...PlaceFields
          }
          numbers {
            scheme
            value
          }
          voices {
            source {
              ...SourceFields
            }
            evidence {
              rawId
              receivedAt
            }
          }
        }
        next
      }
      sources(hours: 0) {
        id
        name
        nameZh
      }
    }
  `,
  [timeFields, placeFields, sourceFields],
);

type Answer = ResultOf<typeof ParkedDocument>;
export type ParkedVariables = VariablesOf<typeof ParkedDocument>;
export type ParkedClaim = Answer['parkedClaims']['claims'][number];
export type ParkReason = ParkedClaim['reason'];
export type SourceChoice = Answer['sources'][number];
