import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { sourceFields } from '../journey/journey-parts.graphql.ts';

export const partyFields = graphql(
  `
    fragment PartyFields on Party {
      role
      name
      otherNames
      isDisputed
      ids {
        scheme
        code
      }
      voices {
        eventId
        source {
          ...SourceFields
        }
      }
    }
  `,
  [sourceFields],
);

export const goodsFields = graphql(
  `
    fragment GoodsFields on Goods {
      pieces
      grossKg
      isDisputed
      subject {
        scheme
        value
      }
      lines {
        description
        hsCode
        pieces
        packageType
        grossKg
        unNumber
      }
      voices {
        eventId
        source {
          ...SourceFields
        }
      }
    }
  `,
  [sourceFields],
);

export type Party = ResultOf<typeof partyFields>;
export type Goods = ResultOf<typeof goodsFields>;
export type GoodsLine = Goods['lines'][number];
