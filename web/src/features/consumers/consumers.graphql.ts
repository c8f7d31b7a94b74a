import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const ConsumersDocument = graphql(`
  query Consumers {
    feedConsumers {
      id
      kind
      organisation
      name
      target
      state
      cursor
      failingSince
      batches
      entries
      oldestAt
      lagSeconds
      isFallingBehind
    }
    organisations {
      id
      name
      nameZh
    }
  }
`);

export type Consumer = ResultOf<typeof ConsumersDocument>['feedConsumers'][number];
