import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const SavedViewsDocument = graphql(`
  query SavedViews {
    savedViews {
      id
      name
      query
      isShared
    }
  }
`);

export const SaveViewDocument = graphql(`
  mutation SaveView($name: String!, $query: String!, $isShared: Boolean!) {
    saveView(name: $name, query: $query, isShared: $isShared) {
      __typename
      ... on SavedViewError {
        code
      }
    }
  }
`);

export const DeleteSavedViewDocument = graphql(`
  mutation DeleteSavedView($id: ID!) {
    deleteSavedView(id: $id) {
      __typename
      ... on Error {
        code
      }
    }
  }
`);

export type SavedView = ResultOf<typeof SavedViewsDocument>['savedViews'][number];
