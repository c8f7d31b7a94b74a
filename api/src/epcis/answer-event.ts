import type { Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { viewsOfEmptied } from '../events/emptied-shipments.ts';
import { eventReads } from '../events/event-reads.ts';
import type { RestEnv } from '../rest/facade.ts';
import { refuseAsOf, tagOfEvents } from './answer-events.ts';
import { queryDocument } from './document.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { allEventsOf } from './list-events.ts';
import { asOfIn } from './paging.ts';
import { epcisProblem } from './problems.ts';

/** The event of an id, in place of one that went its declaration, as it stands or was known at an instant. */
export async function answerEvent(c: HonoContext<RestEnv>, eventId: string): Promise<Response> {
  const asOf = asOfIn(new URL(c.req.url).searchParams);
  if (typeof asOf === 'string') return epcisProblem(c, 'QueryParameterException', asOf);
  const context = c.get('context');
  try {
    const event = await findEvent(eventId.toLowerCase(), asOf, context);
    if (!event) return epcisProblem(c, 'NoSuchNameException', 'There is no event of this id.');
    c.header('ETag', tagOfEvents([event]));
    return c.json(queryDocument([event], 'SimpleEventQuery', context.now()));
  } catch (error) {
    return refuseAsOf(c, error);
  }
}

async function findEvent(eventId: string, asOf: number | null, context: Context): Promise<EpcisEvent | null> {
  const [, uuid = ''] = /^urn:uuid:([0-9a-f-]{36})$/.exec(eventId) ?? [];
  const reads = await eventReads(context, asOf);
  const tellAll = allEventsOf(context, asOf);
  for (const id of await reads.ofEvent(uuid)) {
    const view = (await reads.shipments.load(id)) ?? (await viewsOfEmptied([id], context)).get(id);
    const event = view && (await tellAll(view)).find(({ eventID }) => eventID === eventId);
    if (event) return event;
  }
  return null;
}
