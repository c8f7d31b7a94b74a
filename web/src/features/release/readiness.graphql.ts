import { graphql } from '../../gql/graphql.ts';
import { placeFields, timeFields } from '../journey/journey-parts.graphql.ts';

export const proofFields = graphql(
  `
    fragment ProofFields on ProofNode {
      kind
      state
      actor
      since {
        ...TimeFields
      }
      document {
        scheme
        value
      }
      evidence
    }
  `,
  [timeFields],
);

export const readinessFields = graphql(
  `
    fragment ReadinessFields on Readiness {
      container
      place {
        ...PlaceFields
      }
      regime
      presence
      verdict
      blocking {
        ...ProofFields
      }
      proof {
        parts {
          ...ProofFields
          parts {
            ...ProofFields
          }
        }
      }
    }
  `,
  [placeFields, proofFields],
);
