import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { asOfParameterOfEvent } from '../events/as-of-parameter.ts';
import { STANDS } from '../rest/etag.ts';
import { COLLECTIONS } from './collections.ts';
import { describeCapture } from './openapi-capture.ts';
import { document, eventHeaders, eventPaging, failure, TAGS } from './openapi-parts.ts';
import { describeQueries } from './openapi-queries.ts';
import { PARAMETER_NAMES } from './query.ts';

const text = z.string();

const query = eventPaging.extend(
  Object.fromEntries(
    [...PARAMETER_NAMES, 'EQ_bizTransaction_{type}', 'EQ_source_{type}', 'EQ_destination_{type}'].map((name) => [
      name,
      text.optional().openapi({ description: 'As the event query of EPCIS 2.0 (8.2.7.1) has it; `|` between alternatives.' }),
    ]),
  ),
); // prettier-ignore
const events = {
  200: {
    description: 'A page of events.',
    headers: eventHeaders,
    content: { 'application/json': { schema: document } },
  },
  ...STANDS,
  default: failure,
};

export function describeEpcis(registry: OpenAPIHono['openAPIRegistry']): void {
  const get = (path: string, summary: string, rest: object) =>
    registry.registerPath({
      method: 'get',
      path: `/epcis/v2${path}`,
      tags: TAGS,
      summary,
      ...rest,
      responses: { ...(rest as { responses: object }).responses },
    });
  get('/events', 'Events, filtered', { request: { query }, responses: events });
  get('/events/{eventID}', 'One event', {
    request: { params: z.object({ eventID: text }), query: z.object({ asOf: asOfParameterOfEvent }) },
    responses: events,
  });
  for (const [name, { type, field }] of Object.entries(COLLECTIONS)) {
    const list = z.object({
      '@context': z.array(z.unknown()),
      type: z.literal(type),
      [field]: z.array(text),
    });
    const params = z.object({ id: text });
    get(`/${name}`, `All ${name} of the events that one sees`, {
      request: { query: eventPaging },
      responses: {
        200: {
          description: 'A page of them.',
          headers: eventHeaders,
          content: { 'application/json': { schema: list } },
        },
        ...STANDS,
        default: failure,
      },
    });
    get(`/${name}/{id}/events`, `Events of one of the ${name}`, {
      request: { params, query },
      responses: events,
    });
  }
  describeQueries(registry);
  describeCapture(registry);
}
