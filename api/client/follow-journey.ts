import type { Service } from './ask.ts';
import { JourneyUpdatedDocument, type JourneyAnswer } from './journey.graphql.ts';
import { openSubscription } from './open-subscription.ts';
import { reconnected, type ConnectionOptions } from './reconnected.ts';

/**
 * A shipment now, and again each time its journey changes, whatever happens to the connection: it is opened again after a growing
 * pause, and then the shipment comes as it is by then, whether it changed meanwhile or not. A `NotFoundError` is the last answer:
 * there is none, or it is not for you any more. Throws a `RequestError` where asking again is no use.
 */
export function followJourney(
  service: Service,
  id: string,
  options: ConnectionOptions = {},
): AsyncGenerator<JourneyAnswer, void> {
  async function* open(until: AbortSignal | null): AsyncGenerator<JourneyAnswer, void> {
    for await (const { journeyUpdated } of openSubscription(service, JourneyUpdatedDocument, { id }, until))
      yield journeyUpdated;
  }
  return reconnected(open, ({ __typename }) => __typename === 'NotFoundError', options);
}
