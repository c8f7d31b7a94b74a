import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { placeFields, timeFields, transportFields } from '../journey/journey-parts.graphql.ts';

export const PortsDocument = graphql(
  `
    query Ports($find: String) {
      ports(find: $find) {
        shipments
        port {
          place {
            ...PlaceFields
          }
        }
      }
    }
  `,
  [placeFields],
);

const nowFields = graphql(
  `
    fragment PortNowFields on PortNow {
      at
      isPartial
      isWaitingWithheld
      runs {
        id
        direction
        mode
        state
        transport {
          ...TransportFields
        }
        place {
          ...PlaceFields
          berth
        }
        other {
          ...PlaceFields
        }
        planned {
          ...TimeFields
        }
        estimated {
          ...TimeFields
        }
        actual {
          ...TimeFields
        }
        anchored {
          ...TimeFields
        }
        berthed {
          ...TimeFields
        }
        shipments
        containers
      }
      standing {
        count
        place {
          ...PlaceFields
        }
      }
      waiting {
        reason
        count
        onlyCounted
        boxes {
          container
          shipmentId
          title {
            scheme
            value
          }
          condition
          since {
            ...TimeFields
          }
        }
      }
    }
  `,
  [placeFields, timeFields, transportFields],
);

export const PortDocument = graphql(
  `
    query Port($code: ID!, $asOf: DateTime) {
      port(code: $code) {
        __typename
        ... on Port {
          place {
            ...PlaceFields
          }
          terminals {
            code
            name
            nameZh
            latitude
            longitude
          }
          waitingGrounds {
            kind
            name
            nameZh
            latitude
            longitude
            radiusNm
          }
          now(asOf: $asOf) {
            ...PortNowFields
          }
        }
      }
    }
  `,
  [placeFields, nowFields],
);

export const PortNowDocument = graphql(
  `
    query PortNow($code: ID!, $asOf: DateTime) {
      port(code: $code) {
        __typename
        ... on Port {
          now(asOf: $asOf) {
            ...PortNowFields
          }
        }
      }
    }
  `,
  [nowFields],
);

/** What is told of the port: each page says that what is shown may be old. */
export const PortNewsDocument = graphql(`
  subscription PortNews($code: ID!) {
    portActivity(port: $code) {
      __typename
      ... on PortActivityPage {
        cursor
      }
    }
  }
`);

const positionFields = graphql(`
  fragment PositionFields on MapPosition {
    id
    kind
    name
    vesselImo
    latitude
    longitude
    speedKnots
    courseDegrees
    crowd
    at
  }
`);

export const LivePositionsDocument = graphql(
  `
    subscription LivePositions($box: MapBox!, $zoom: Int!) {
      livePositions(box: $box, zoom: $zoom) {
        left
        hidden
        moved {
          ...PositionFields
        }
      }
    }
  `,
  [positionFields],
);

export const PositionsAsOfDocument = graphql(
  `
    query PositionsAsOf($box: MapBox!, $asOf: DateTime!) {
      positionsAsOf(box: $box, asOf: $asOf) {
        isPartial
        positions {
          ...PositionFields
        }
      }
    }
  `,
  [positionFields],
);

export type PortHit = ResultOf<typeof PortsDocument>['ports'][number];
export type Port = Extract<ResultOf<typeof PortDocument>['port'], { __typename: 'Port' }>;
export type PortNow = Port['now'];
export type PortRun = PortNow['runs'][number];
export type Terminal = Port['terminals'][number];
export type WaitingGround = Port['waitingGrounds'][number];
export type BoxesWaiting = PortNow['waiting'][number];
