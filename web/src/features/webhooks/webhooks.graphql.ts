import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

const webhookFields = graphql(`
  fragment WebhookFields on Webhook {
    id
    url
    description
    form
    filter {
      watchList
      shipments
      numbers {
        scheme
        value
      }
      kinds
      codes
      phases
      exceptions
      parts
    }
    entriesMax
    state
    notice
    disabledBecause
    disabledError
    cursor
    secretCount
    createdAt
    failingSince
  }
`);

export const WebhooksDocument = graphql(
  `
    query Webhooks {
      webhooks {
        ...WebhookFields
      }
      watchLists {
        id
        name
      }
    }
  `,
  [webhookFields],
);

export const WebhookLogDocument = graphql(`
  query WebhookLog($webhook: ID!, $state: DeliveryState, $after: String) {
    node(id: $webhook) {
      __typename
      ... on Webhook {
        deliveries(state: $state, first: 20, after: $after) {
          edges {
            node {
              id
              state
              at
              entries
              after
              body
              attempts {
                at
                milliseconds
                status
                error
              }
              nextAttemptAt
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const CreateWebhookDocument = graphql(`
  mutation CreateWebhook($url: String!, $description: String, $filter: FeedFilter, $entriesMax: Int) {
    createWebhook(url: $url, description: $description, filter: $filter, entriesMax: $entriesMax) {
      __typename
      ... on WebhookSecret {
        secret
        webhook {
          id
        }
      }
      ... on WebhookError {
        code
        value
      }
    }
  }
`);

export const RotateWebhookSecretDocument = graphql(`
  mutation RotateWebhookSecret($id: ID!, $keepHours: Int!) {
    rotateWebhookSecret(id: $id, keepHours: $keepHours) {
      __typename
      ... on WebhookSecret {
        secret
      }
      ... on Error {
        code
      }
    }
  }
`);

export const TestWebhookDocument = graphql(`
  mutation TestWebhook($id: ID!) {
    testWebhook(id: $id) {
      __typename
      ... on WebhookTest {
        isTaken
        status
        error
        milliseconds
      }
      ... on Error {
        code
      }
    }
  }
`);

export const PauseWebhookDocument = graphql(`
  mutation PauseWebhook($id: ID!) {
    pauseWebhook(id: $id) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const EnableWebhookDocument = graphql(`
  mutation EnableWebhook($id: ID!, $skip: Boolean!) {
    enableWebhook(id: $id, skip: $skip) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const ReplayWebhookDocument = graphql(`
  mutation ReplayWebhook($id: ID!, $after: String, $from: DateTime) {
    replayWebhook(id: $id, after: $after, from: $from) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const DeleteWebhookDocument = graphql(`
  mutation DeleteWebhook($id: ID!) {
    deleteWebhook(id: $id) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const ResendWebhookDeliveryDocument = graphql(`
  mutation ResendWebhookDelivery($id: ID!) {
    resendWebhookDelivery(id: $id) {
      __typename
      ... on WebhookDelivery {
        state
        attempts {
          error
        }
      }
      ... on Error {
        code
      }
    }
  }
`);

/** What a webhook may be for. */
export type ListName = ResultOf<typeof WebhooksDocument>['watchLists'][number];
export type Webhook = ResultOf<typeof WebhooksDocument>['webhooks'][number];
type Logged = NonNullable<ResultOf<typeof WebhookLogDocument>['node']>;
export type DeliveryPage = Extract<Logged, { readonly __typename: 'Webhook' }>['deliveries'];
export type Delivery = DeliveryPage['edges'][number]['node'];
export type DeliveryState = Delivery['state'];
