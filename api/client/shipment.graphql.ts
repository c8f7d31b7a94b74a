import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

export const placeFields = graphql(`
  fragment PlaceFields on Place {
    id
    name
    nameZh
    unLocode
    facility
    country
    zone
    latitude
    longitude
  }
`);

export const timeFields = graphql(`
  fragment TimeFields on EventTime {
    instant
    local
    zone
    zoneSource
    precision
  }
`);

export const transportFields = graphql(`
  fragment TransportFields on Transport {
    mode
    name
    vesselImo
    voyage
    train
    wagon
    flight
    plate
    departureDate
  }
`);

export const milestoneFields = graphql(
  `
    fragment MilestoneFields on Milestone {
      id
      code
      classifier
      dimension
      time {
        ...TimeFields
      }
      place {
        ...PlaceFields
      }
      transport {
        ...TransportFields
      }
      containers
      loadState
      derived
      disagreement
      voices {
        source {
          id
          name
          kind
        }
        time {
          ...TimeFields
        }
      }
    }
  `,
  [timeFields, placeFields, transportFields],
);

/** The shipment as lists of a customer's own system want it: where it is, both lines, what comes next and what is wrong. */
export const shipmentFields = graphql(
  `
    fragment ShipmentFields on Shipment {
      id
      title {
        scheme
        value
      }
      identifiers {
        scheme
        value
      }
      withheld
      journey {
        phase
        origin {
          ...PlaceFields
        }
        destination {
          ...PlaceFields
        }
        currentPlace {
          ...PlaceFields
        }
        currentTransport {
          ...TransportFields
        }
        last {
          ...MilestoneFields
        }
        next {
          code
          basis
          overdueSince
          place {
            ...PlaceFields
          }
          time {
            ...TimeFields
          }
        }
        eta {
          basis
          late
          place {
            ...PlaceFields
          }
          time {
            ...TimeFields
          }
        }
        exceptions {
          id
          kind
          severity
          actor
          openedAt
          closedAt
          containers
        }
        logistics {
          ...MilestoneFields
        }
        documents {
          ...MilestoneFields
        }
        containers {
          reference
          sizeType
          seals
          phase
        }
      }
    }
  `,
  [placeFields, timeFields, transportFields, milestoneFields],
);

/** A kind of number that a text can be. */
export const candidateFields = graphql(`
  fragment CandidateFields on NumberCandidate {
    scheme
    value
    confidence
    checkDigit
    repairs
    found
  }
`);

export const LookupDocument = graphql(
  `
    query Lookup($number: String!) {
      lookup(number: $number) {
        query
        candidates {
          ...CandidateFields
        }
        shipments {
          via {
            scheme
            value
          }
          shipment {
            ...ShipmentFields
          }
        }
      }
    }
  `,
  [shipmentFields, candidateFields],
);

export const ShipmentDocument = graphql(
  `
    query Shipment($id: ID!, $asOf: DateTime) {
      shipment(id: $id, asOf: $asOf) {
        __typename
        ... on Shipment {
          ...ShipmentFields
        }
        ... on NotFoundError {
          code
          message
        }
        ... on AsOfError {
          code
          message
          from
          to
        }
      }
    }
  `,
  [shipmentFields],
);

/** What a number leads to, and what it could be. */
export type Lookup = ResultOf<typeof LookupDocument>['lookup'];
/** A shipment, or why there is none; `__typename` says which. */
export type ShipmentAnswer = ResultOf<typeof ShipmentDocument>['shipment'];
export type Shipment = ResultOf<typeof shipmentFields>;
export type Milestone = ResultOf<typeof milestoneFields>;
