import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from './graphql.ts';
import { placeFields, timeFields, transportFields } from './shipment.graphql.ts';

const feedExceptionFields = graphql(`
  fragment FeedExceptionFields on FeedException {
    id
    kind
    severity
    actor
    openedAt
  }
`);

const feedEntryFields = graphql(
  `
    fragment FeedEntryFields on FeedEntry {
      id
      shipmentId
      kind
      at
      mergedInto
      claims {
        id
        code
        classifier
        equipmentReference
        loadState
        time {
          ...TimeFields
        }
        place {
          ...PlaceFields
        }
        transport {
          ...TransportFields
        }
        documents {
          scheme
          value
        }
      }
      change {
        parts
        phase
        place {
          ...PlaceFields
        }
        eta {
          lateMinutes
          time {
            ...TimeFields
          }
          place {
            ...PlaceFields
          }
        }
        opened {
          ...FeedExceptionFields
        }
        changed {
          ...FeedExceptionFields
        }
        closed {
          ...FeedExceptionFields
        }
      }
    }
  `,
  [timeFields, placeFields, transportFields, feedExceptionFields],
);

const feedPageFields = graphql(
  `
    fragment FeedPageFields on FeedPage {
      cursor
      behind
      entries {
        ...FeedEntryFields
      }
    }
  `,
  [feedEntryFields],
);

const resyncFields = graphql(`
  fragment ResyncFields on ResyncError {
    code
    message
    reason
    cursor
  }
`);

export const ChangesDocument = graphql(
  `
    query Changes($after: String, $filter: FeedFilter, $first: Int) {
      changes(after: $after, filter: $filter, first: $first) {
        __typename
        ...FeedPageFields
        ...ResyncFields
      }
    }
  `,
  [feedPageFields, resyncFields],
);

export const StatusFeedDocument = graphql(
  `
    subscription StatusFeed($after: String, $filter: FeedFilter, $first: Int) {
      statusFeed(after: $after, filter: $filter, first: $first) {
        __typename
        ...FeedPageFields
        ...ResyncFields
      }
    }
  `,
  [feedPageFields, resyncFields],
);

/** Entries and the cursor behind them, or why one cannot go on; `__typename` says which. */
export type FeedAnswer = ResultOf<typeof ChangesDocument>['changes'];
export type FeedEntry = ResultOf<typeof feedEntryFields>;
export type FeedFilter = NonNullable<VariablesOf<typeof StatusFeedDocument>['filter']>;
