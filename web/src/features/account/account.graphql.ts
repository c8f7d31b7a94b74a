import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';

export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      kind
      name
      organisation
      isAdmin
      seesAll
      keys
      link {
        shipment
        groups
        until
      }
    }
  }
`);

export const OrganisationsDocument = graphql(`
  query Organisations {
    organisations {
      id
      name
      nameZh
    }
  }
`);

export type Viewer = ResultOf<typeof ViewerDocument>['viewer'];
export type LinkSight = NonNullable<Viewer['link']>;
export type Organisation = ResultOf<typeof OrganisationsDocument>['organisations'][number];
export type FieldGroup = LinkSight['groups'][number];
