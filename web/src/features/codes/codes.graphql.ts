import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

/** What nobody gave a meaning yet is for whoever runs the service alone. */
export const CodeListsDocument = graphql(`
  query CodeLists($seesAll: Boolean!) {
    codeLists {
      name
      title
      titleZh
      version
      size
      unconfirmed
    }
    unmappedCodes(first: 100) @include(if: $seesAll) {
      list
      code
      variant
      messages
      lastReceivedAt
      sources
    }
  }
`);

export const CodeListDocument = graphql(`
  query CodeList($name: String!, $seesAll: Boolean!) {
    codeList(name: $name) {
      __typename
      ... on CodeList {
        name
        title
        titleZh
        version
        rows {
          code
          variant
          meaning
          meaningZh
          canonical
          isConfirmed
          isCorrected
        }
      }
    }
    unmappedCodes(list: $name, first: 100) @include(if: $seesAll) {
      list
      code
      variant
      messages
      lastReceivedAt
      sources
    }
  }
`);

export const MapCodeDocument = graphql(`
  mutation MapCode($list: String!, $code: String!, $variant: String, $canonical: String) {
    mapCode(list: $list, code: $code, variant: $variant, canonical: $canonical) {
      __typename
      ... on MappedCode {
        reread
      }
    }
  }
`);

export type CodeListSummary = ResultOf<typeof CodeListsDocument>['codeLists'][number];
export type UnmappedCode = NonNullable<ResultOf<typeof CodeListsDocument>['unmappedCodes']>[number];
export type CodeList = Extract<ResultOf<typeof CodeListDocument>['codeList'], { __typename: 'CodeList' }>;
