import { graphql } from '../../gql/graphql.ts';
import { placeFields } from '../journey/journey-parts.graphql.ts';

export const exceptionFields = graphql(
  `
    fragment ExceptionFields on JourneyException {
      id
      kind
      of
      severity
      openedAt
      closedAt
      actor
      containers
      place {
        ...PlaceFields
      }
      document {
        scheme
        value
      }
      figures {
        since
        limitHours
        until
        delayHours
        fromRun {
          value
        }
        toRun {
          value
        }
        sealsBefore
        sealsAfter
        planned
        offNm
        tariff
        isConfirmed
        odds
        oddsBasis
        arrives
        departs
        inboundRun {
          value
        }
        onwardRun {
          value
        }
        inboundName
        onwardName
        step
        says
        papers
        measured
        min
        max
        source
      }
      evidence
    }
  `,
  [placeFields],
);
