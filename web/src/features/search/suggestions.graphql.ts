import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const SuggestionsDocument = graphql(`
  query Suggestions($number: String!) {
    suggestions(number: $number) {
      slip
      number {
        scheme
        value
      }
    }
  }
`);

export type Suggestion = ResultOf<typeof SuggestionsDocument>['suggestions'][number];
