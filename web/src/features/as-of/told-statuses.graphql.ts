import { graphql } from '../../gql/graphql.ts';

const toldStatusFields = graphql(`
  fragment ToldStatusFields on Milestone {
    classifier
    inherited
    time {
      instant
    }
    voices {
      evidence {
        receivedAt
      }
    }
  }
`);

export const ToldStatusesDocument = graphql(
  `
    query ToldStatuses($id: ID!) {
      shipment(id: $id) {
        __typename
        ... on Shipment {
          journey {
            logistics {
              ...ToldStatusFields
            }
            documents {
              ...ToldStatusFields
            }
          }
        }
      }
    }
  `,
  [toldStatusFields],
);
