import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { exceptionFields } from '../attention/exception.graphql.ts';
import { etaChangeFields, etaFields, etaSeriesFields } from '../eta/eta.graphql.ts';
import { goodsFields, partyFields } from '../cargo/cargo.graphql.ts';
import { chargeFields, freeTimeFields } from '../money/money.graphql.ts';
import { proofFields, readinessFields } from '../release/readiness.graphql.ts';
import {
  geometryFields,
  legFields,
  milestoneFields,
  placeFields,
  sourceFields,
  timeFields,
  transportFields,
} from './journey-parts.graphql.ts';

export const shipmentFields = graphql(
  `
    fragment ShipmentFields on Shipment {
      id
      asOf
      withheld
      withdrawn {
        reason
        code
        milestoneId
      }
      title {
        scheme
        value
      }
      identifiers {
        scheme
        value
      }
      related {
        relation
        shipmentId
        title {
          scheme
          value
        }
      }
      parties {
        ...PartyFields
      }
      goods {
        ...GoodsFields
      }
      journey {
        phase
        currentPlace {
          ...PlaceFields
        }
        currentTransport {
          ...TransportFields
        }
        arrivalByPapers {
          ...MilestoneFields
        }
        origin {
          ...PlaceFields
        }
        destination {
          ...PlaceFields
        }
        last {
          ...MilestoneFields
        }
        next {
          code
          basis
          overdueSince
          unread
          place {
            ...PlaceFields
          }
          time {
            ...TimeFields
          }
        }
        eta {
          ...EtaFields
        }
        arrived {
          time {
            ...TimeFields
          }
          place {
            ...PlaceFields
          }
          late
        }
        etaSeries {
          ...EtaSeriesFields
        }
        etaChanges {
          ...EtaChangeFields
        }
        blockers {
          code
          leaf
          since
          milestoneId
        }
        exceptions {
          ...ExceptionFields
        }
        readiness {
          ...ReadinessFields
        }
        freeTime {
          ...FreeTimeFields
        }
        charges {
          ...ChargeFields
        }
        deviation {
          routing
          misdirectedAt {
            ...PlaceFields
          }
          plannedTo {
            ...PlaceFields
          }
        }
        overtaken {
          run {
            value
          }
          by {
            value
          }
          milestones {
            ...MilestoneFields
          }
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
          cycleId
          phase
          last {
            ...MilestoneFields
          }
          steps {
            ...MilestoneFields
          }
          parked {
            reason
            against
            milestone {
              ...MilestoneFields
            }
          }
        }
        pieces {
          total
          atPlace {
            code
            pieces
            place {
              ...PlaceFields
            }
          }
        }
        legs {
          ...LegFields
        }
        judgedBy {
          set
          version
          since
          isChanged
        }
        changesAt
        geometry {
          ...GeometryFields
        }
        livePositions {
          latitude
          longitude
          at
          speedKnots
          courseDegrees
          headingDegrees
          accuracyMetres
          name
          means
          mode
          basis
          containers
          source {
            ...SourceFields
          }
        }
      }
    }
  `,
  [
    placeFields,
    transportFields,
    timeFields,
    sourceFields,
    milestoneFields,
    legFields,
    geometryFields,
    exceptionFields,
    readinessFields,
    etaFields,
    etaSeriesFields,
    etaChangeFields,
    freeTimeFields,
    chargeFields,
    partyFields,
    goodsFields,
  ],
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
        }
        ... on AsOfError {
          code
          from
          to
        }
      }
    }
  `,
  [shipmentFields],
);

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
      }
    }
  `,
  [shipmentFields],
);

export type Shipment = ResultOf<typeof shipmentFields>;
export type Journey = Shipment['journey'];
export type Milestone = ResultOf<typeof milestoneFields>;
export type Voice = Milestone['voices'][number];
export type Leg = ResultOf<typeof legFields>;
export type Place = ResultOf<typeof placeFields>;
export type Transport = ResultOf<typeof transportFields>;
export type EventTime = ResultOf<typeof timeFields>;
export type Source = ResultOf<typeof sourceFields>;
export type ContainerProgress = Journey['containers'][number];
export type PathSegment = ResultOf<typeof geometryFields>['paths'][number];
export type MapStop = ResultOf<typeof geometryFields>['stops'][number];
export type LivePosition = Journey['livePositions'][number];
export type Exception = Journey['exceptions'][number];
export type Readiness = Journey['readiness'][number];
export type Proof = ResultOf<typeof proofFields>;
export type Parked = ContainerProgress['parked'][number];
export type RuleEdition = Journey['judgedBy'][number];
export type Phase = Journey['phase'];
export type Identifier = Shipment['title'];
export type Mode = Transport['mode'];
