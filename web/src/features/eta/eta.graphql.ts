import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { placeFields, sourceFields, timeFields, transportFields } from '../journey/journey-parts.graphql.ts';

export const etaBandFields = graphql(
  `
    fragment EtaBandFields on EtaBand {
      confidence
      closed
      from {
        ...TimeFields
      }
      to {
        ...TimeFields
      }
    }
  `,
  [timeFields],
);

const etaComputationFields = graphql(
  `
    fragment EtaComputationFields on EtaComputation {
      positionAt
      milesLeft
      movingHours
      dwellHours
      stays
      passages
      stops {
        kind
        name
        hours
        place {
          ...PlaceFields
        }
      }
    }
  `,
  [placeFields],
);

export const etaFields = graphql(
  `
    fragment EtaFields on Eta {
      eventId
      basis
      isProven
      band {
        ...EtaBandFields
      }
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
  [timeFields, placeFields, sourceFields, etaBandFields],
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
        isProven
        band {
          ...EtaBandFields
        }
        computation {
          ...EtaComputationFields
        }
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
  [sourceFields, timeFields, placeFields, transportFields, etaBandFields, etaComputationFields],
);

export const etaChangeFields = graphql(
  `
    fragment EtaChangeFields on EtaChange {
      at
      reason
      basis
      eventId
      given
      silentSince
      formerSource {
        ...SourceFields
      }
      parts {
        kind
        hours
        name
        place {
          ...PlaceFields
        }
      }
      band {
        ...EtaBandFields
      }
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
  [timeFields, placeFields, sourceFields, etaBandFields],
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
export type EtaBand = ResultOf<typeof etaBandFields>;
export type EtaComputation = ResultOf<typeof etaComputationFields>;
export type EtaTelling = EtaSeries['tellings'][number];
export type EtaChange = ResultOf<typeof etaChangeFields>;
