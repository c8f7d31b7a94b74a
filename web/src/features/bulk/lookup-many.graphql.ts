import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const LookupManyDocument = graphql(`
  query LookupMany($numbers: [String!]!) {
    lookupMany(numbers: $numbers) {
      query
      candidates {
        scheme
        value
        confidence
        checkDigit
        repairs
      }
      hits {
        via {
          scheme
          value
        }
        shipment {
          id
          title {
            scheme
            value
          }
          phase
          place {
            name
            nameZh
          }
          destination {
            name
            nameZh
          }
          eta {
            late
            time {
              instant
              local
              zone
              precision
            }
          }
        }
      }
    }
  }
`);

export type NumberLookup = ResultOf<typeof LookupManyDocument>['lookupMany'][number];
