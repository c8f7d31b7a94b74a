import { graphql } from '../../gql/graphql.ts';

// The parts that a journey is made of, each asked for in the same way wherever it appears.

export const placeFields = graphql(`
  fragment PlaceFields on Place {
    id
    unLocode
    name
    nameZh
    country
    latitude
    longitude
    zone
    facility
    berth
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
    flight
    train
    wagon
    plate
    departureDate
  }
`);

export const sourceFields = graphql(`
  fragment SourceFields on Source {
    id
    name
    nameZh
    kind
  }
`);

export const milestoneFields = graphql(
  `
    fragment MilestoneFields on Milestone {
      id
      dimension
      code
      classifier
      time {
        ...TimeFields
      }
      place {
        ...PlaceFields
      }
      equipmentReference
      containers
      loadState
      transport {
        ...TransportFields
      }
      document {
        scheme
        value
      }
      pieces
      ofPieces
      reason
      inherited
      derived
      disagreement
      voices {
        eventId
        source {
          ...SourceFields
        }
        time {
          ...TimeFields
        }
        place {
          ...PlaceFields
        }
        rawCode
        messageRef
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
  `,
  [timeFields, placeFields, transportFields, sourceFields],
);

export const legFields = graphql(
  `
    fragment LegFields on Leg {
      id
      mode
      state
      from {
        ...PlaceFields
      }
      to {
        ...PlaceFields
      }
      transport {
        ...TransportFields
      }
      departurePlanned {
        ...TimeFields
      }
      departureEstimated {
        ...TimeFields
      }
      departureActual {
        ...TimeFields
      }
      arrivalPlanned {
        ...TimeFields
      }
      arrivalEstimated {
        ...TimeFields
      }
      arrivalActual {
        ...TimeFields
      }
      departureLate
      arrivalLate
      containers
    }
  `,
  [placeFields, transportFields, timeFields],
);

export const geometryFields = graphql(
  `
    fragment GeometryFields on JourneyGeometry {
      paths {
        legId
        mode
        state
        basis
        coordinates
      }
      stops {
        kind
        place {
          ...PlaceFields
        }
      }
    }
  `,
  [placeFields],
);
