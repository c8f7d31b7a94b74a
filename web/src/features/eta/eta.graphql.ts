import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { placeFields, sourceFields, timeFields, transportFields } from '../journey/journey-parts.graphql.ts';

export const etaFields = graphql(
  `
    fragment EtaFields on Eta {
      eventId
      basis
      late
      overdueSince
      time {
        ...TimeFields
      }
      place {
        ...PlaceFields
      }
      source {
        ...SourceFields
      }
    }
  `,
  [timeFields, placeFields, sourceFields],
);

export const etaSeriesFields = graphql(
  `
    fragment EtaSeriesFields on EtaSeries {
      source {
        ...SourceFields
      }
      errorMinutes
      tellings {
        eventId
        toldAt
        code
        basis
        isOnTarget
        time {
          ...TimeFields
        }
        place {
          ...PlaceFields
        }
        transport {
          ...TransportFields
        }
        evidence {
          rawId
        }
      }
    }
  `,
  [sourceFields, timeFields, placeFields, transportFields],
);

export const etaChangeFields = graphql(
  `
    fragment EtaChangeFields on EtaChange {
      at
      reason
      basis
      eventId
      from {
        ...TimeFields
      }
      to {
        ...TimeFields
      }
      place {
        ...PlaceFields
      }
      source {
        ...SourceFields
      }
    }
  `,
  [timeFields, placeFields, sourceFields],
);

/** The messages behind what was told of the arrival: asked for when a reader opens them, since they are long. */
export const EtaEvidenceDocument = graphql(`
  query EtaEvidence($id: ID!) {
    shipment(id: $id) {
      __typename
      ... on Shipment {
        journey {
          etaSeries {
            tellings {
              eventId
              evidence {
                rawId
                format
                receivedAt
                sha256
                before
                span
                after
              }
            }
          }
        }
      }
    }
  }
`);

export type Eta = ResultOf<typeof etaFields>;
export type EtaSeries = ResultOf<typeof etaSeriesFields>;
export type EtaTelling = EtaSeries['tellings'][number];
export type EtaChange = ResultOf<typeof etaChangeFields>;
