import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

/** Hours that the counts of a source are asked of. */
export const COUNTED_HOURS = 24;

const SummaryFragment = graphql(`
  fragment SourceSummary on SourceReport {
    id
    name
    nameZh
    kind
    formats
    speaksOf
    messagesPerMinuteMax
    messagesLastHour
    lagMedianSeconds
    lagMostSeconds
    silentAfterMinutes
    lastReceivedAt
    isSilent
    trust {
      fact
      rank
    }
    settingDoubts {
      code
      meaning
      field
      value
    }
    waiting {
      notEntitled
      dead
    }
    counts {
      messages
      events
      positions
      duplicates
      issues
      unmapped
      unreadable
      pending
      heldBack
    }
  }
`);

const MessageFragment = graphql(`
  fragment MessageRow on ReceivedMessage {
    id
    receivedAt
    outcome
    format
    events
    positions
    issueCount
    deliveries
    notEntitledFor
    issues(first: 1) {
      code
      at
      value
    }
  }
`);

export const SourcesDocument = graphql(
  `
    query Sources($hours: Float!) {
      sources(hours: $hours) {
        ...SourceSummary
      }
    }
  `,
  [SummaryFragment],
);

export const SourceDocument = graphql(
  `
    query OneSource($id: String!, $hours: Float!, $show: ReceivedFilter!, $after: String) {
      source(id: $id, hours: $hours) {
        __typename
        ... on SourceReport {
          ...SourceSummary
          notEntitledReasons {
            reason
            limit
            what
            messages
            since
          }
          issueGroups {
            code
            count
            example {
              meaning
              at
              value
              evidence {
                before
                span
                after
              }
            }
          }
        }
      }
      dead: receivedMessages(source: $id, show: DEAD, first: 20) {
        messages {
          ...MessageRow
        }
      }
      received: receivedMessages(source: $id, show: $show, first: 25, after: $after) {
        messages {
          ...MessageRow
        }
        next
      }
    }
  `,
  [SummaryFragment, MessageFragment],
);

/** Whether intake takes messages, and how many wait to be read. */
export const IntakeDocument = graphql(`
  subscription Intake {
    ingestHealth {
      isReady
      waiting
      active
      delayed
    }
  }
`);

export const ReadAgainDocument = graphql(`
  mutation ReadAgain($source: String!, $which: WaitingMessages!, $reason: String) {
    readAgain(source: $source, which: $which, reason: $reason) {
      reread
      hasMore
    }
  }
`);

export const FILTERS = ['ALL', 'WITH_ISSUES', 'NOT_ENTITLED', 'UNREADABLE', 'DEAD'] as const;

export type SourceSummary = ResultOf<typeof SourcesDocument>['sources'][number];
type Answer = ResultOf<typeof SourceDocument>;
export type OneSource = Extract<Answer['source'], { __typename: 'SourceReport' }>;
export type MessageRow = Answer['received']['messages'][number];
