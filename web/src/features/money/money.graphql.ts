import type { ResultOf } from 'gql.tada';
import { graphql } from '../../gql/graphql.ts';
import { placeFields } from '../journey/journey-parts.graphql.ts';

export const freeTimeFields = graphql(
  `
    fragment FreeTimeFields on FreeTimeClock {
      container
      kind
      basis
      lastFreeDay
      zone
      endsAt
      startedAt
      stoppedAt
      binding
      isCertain
      isConfirmed
      tariff
      open
      evidence
      place {
        ...PlaceFields
      }
      rates {
        fromDay
        amount
        currency
      }
    }
  `,
  [placeFields],
);

export const chargeFields = graphql(`
  fragment ChargeFields on DayCharge {
    date
    container
    kind
    day
    amount
    currency
  }
`);

export type FreeTimeClock = ResultOf<typeof freeTimeFields>;
export type DayCharge = ResultOf<typeof chargeFields>;
