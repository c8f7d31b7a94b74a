import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const WatchListsDocument = graphql(`
  query WatchLists {
    watchLists {
      id
      name
      size
      changedAt
    }
  }
`);

export const WatchListDocument = graphql(`
  query WatchList($id: ID!) {
    watchList(id: $id) {
      id
      name
      size
    }
  }
`);

export const WatchEntriesDocument = graphql(`
  query WatchEntries($id: ID!, $after: ID) {
    watchList(id: $id) {
      id
      entries(first: 100, after: $after) {
        next
        entries {
          key
          said
          number {
            scheme
            value
          }
          addedAt
          addedBy
          shipments {
            id
            title {
              scheme
              value
            }
            phase
          }
        }
      }
    }
  }
`);

export const WatchedByDocument = graphql(`
  query WatchedBy($shipment: ID!) {
    watchLists(shipment: $shipment) {
      name
    }
  }
`);

/** What somebody follows by himself, the newest first, for the box that finds numbers. */
export const FollowedDocument = graphql(`
  query Followed {
    watchList(id: "followed") {
      entries(first: 12) {
        entries {
          key
          said
          number {
            scheme
            value
          }
          shipments {
            id
          }
        }
      }
    }
  }
`);

export const CreateWatchListDocument = graphql(`
  mutation CreateWatchList($name: String!) {
    createWatchList(name: $name) {
      __typename
      ... on WatchList {
        id
      }
      ... on WatchListError {
        code
      }
    }
  }
`);

export const RenameWatchListDocument = graphql(`
  mutation RenameWatchList($id: ID!, $name: String!) {
    renameWatchList(id: $id, name: $name) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const DeleteWatchListDocument = graphql(`
  mutation DeleteWatchList($id: ID!) {
    deleteWatchList(id: $id) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export const AddToWatchListDocument = graphql(`
  mutation AddToWatchList($id: ID!, $numbers: [String!], $shipments: [ID!]) {
    addToWatchList(id: $id, numbers: $numbers, shipments: $shipments) {
      __typename
      ... on WatchAddition {
        rows {
          outcome
          why
          number {
            scheme
            value
          }
          repairs {
            scheme
            value
          }
        }
      }
      ... on Error {
        code
      }
    }
  }
`);

export const RemoveFromWatchListDocument = graphql(`
  mutation RemoveFromWatchList($id: ID!, $keys: [ID!], $shipments: [ID!]) {
    removeFromWatchList(id: $id, keys: $keys, shipments: $shipments) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export type WatchListSummary = ResultOf<typeof WatchListsDocument>['watchLists'][number];
export type WatchListHead = NonNullable<ResultOf<typeof WatchListDocument>['watchList']>;
export type WatchEntry = NonNullable<
  ResultOf<typeof WatchEntriesDocument>['watchList']
>['entries']['entries'][number];
export type AddedRow = Extract<
  ResultOf<typeof AddToWatchListDocument>['addToWatchList'],
  { __typename: 'WatchAddition' }
>['rows'][number];
export type FollowedEntry = NonNullable<
  ResultOf<typeof FollowedDocument>['watchList']
>['entries']['entries'][number];
