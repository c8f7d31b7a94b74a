import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const ServiceDocument = graphql(`
  query Service {
    service {
      now
      clockRate
      sampleWorld
      version
    }
  }
`);

export type Service = ResultOf<typeof ServiceDocument>['service'];
