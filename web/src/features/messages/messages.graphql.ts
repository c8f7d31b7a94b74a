import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { milestoneFields, placeFields, sourceFields, timeFields } from '../journey/journey-parts.graphql.ts';

const messageFields = graphql(
  `
    fragment MessageFields on ReceivedMessage {
      id
      sha256
      fileName
      receivedAt
      sender {
        ...SourceFields
      }
      outcome
      format
      events
      positions
      deliveries
      issueCount
    }
  `,
  [sourceFields],
);

export const MessagesDocument = graphql(
  `
    query Messages(
      $find: String
      $source: String
      $format: String
      $from: DateTime
      $until: DateTime
      $show: ReceivedFilter!
      $after: String
    ) {
      receivedMessages(
        find: $find
        source: $source
        format: $format
        from: $from
        until: $until
        show: $show
        first: 25
        after: $after
      ) {
        messages {
          ...MessageFields
          issues(first: 1) {
            code
            meaning
            at
            value
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
  [messageFields],
);

export const ParkedOfNumberDocument = graphql(
  `
    query ParkedOfNumber($number: String!) {
      parkedOfNumber(number: $number) {
        box {
          scheme
          value
        }
        statement {
          reason
          milestone {
            ...MilestoneFields
          }
        }
        contradicts {
          ...MilestoneFields
        }
      }
    }
  `,
  [milestoneFields],
);

export const MessageDocument = graphql(
  `
    query Message($id: ID!, $from: Int!) {
      receivedMessage(id: $id) {
        __typename
        ... on ReceivedMessage {
          ...MessageFields
          bytes
          issues(first: 50) {
            code
            meaning
            severity
            at
            value
            evidence {
              before
              span
              after
            }
          }
          claims(first: 20) {
            id
            about {
              scheme
              value
            }
            code
            classifier
            time {
              ...TimeFields
            }
            place {
              ...PlaceFields
            }
            isWithdrawn
            parked
            evidence {
              before
              span
              after
            }
          }
          shipments {
            id
            phase
            title {
              scheme
              value
            }
          }
          text(from: $from) {
            span
          }
        }
      }
    }
  `,
  [messageFields, timeFields, placeFields],
);

export const ReplayMessageDocument = graphql(`
  mutation ReplayMessage($id: ID!) {
    replayMessage(id: $id) {
      __typename
      ... on ReplayedMessage {
        waited
      }
    }
  }
`);

type Answer = ResultOf<typeof MessagesDocument>;
export type MessagesVariables = VariablesOf<typeof MessagesDocument>;
export type MessageRow = Answer['receivedMessages']['messages'][number];
export type SourceChoice = Answer['sources'][number];
export type OneMessage = Extract<
  ResultOf<typeof MessageDocument>['receivedMessage'],
  { __typename: 'ReceivedMessage' }
>;
export type ParkedOfNumber = ResultOf<typeof ParkedOfNumberDocument>['parkedOfNumber'][number];
