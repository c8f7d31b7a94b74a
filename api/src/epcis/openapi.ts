import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { COLLECTIONS } from './collections.ts';
import { MOST_ON_A_PAGE } from './paging.ts';
import { PARAMETER_NAMES } from './query.ts';
import { ACTIONS, EVENT_TYPES } from './vocabulary.ts';

const TAGS = ['GS1 EPCIS 2.0'];
const text = z.string();
const dateTime = z.iso.datetime({ offset: true });

const event = z
  .looseObject({
    type: z.enum(EVENT_TYPES),
    eventID: text.openapi({ description: 'One claim on one shipment has one, at any time.' }),
    eventTime: dateTime.openapi({ description: 'By the clock of the place.' }),
    eventTimeZoneOffset: text,
    recordTime: dateTime.openapi({ description: 'When this service first received it.' }),
    action: z.enum(ACTIONS),
    bizStep: text.optional(),
  })
  .openapi('EpcisEvent', { description: 'As GS1’s JSON schema of EPCIS 2.0 has it.' });

const document = z
  .object({
    '@context': z.array(z.unknown()),
    type: z.literal('EPCISQueryDocument'),
    schemaVersion: z.literal('2.0'),
    creationDate: dateTime,
    epcisBody: z.object({
      queryResults: z.object({ queryName: text, resultsBody: z.object({ eventList: z.array(event) }) }),
    }),
  })
  .openapi('EpcisQueryDocument');

const problem = z
  .object({ type: text, title: text, status: z.int(), detail: text.optional() })
  .openapi('EpcisProblem', { description: 'RFC 9457; `type` is an exception of EPCIS.' });
const failure = {
  description: 'Why there is no other answer.',
  content: { 'application/problem+json': { schema: problem } },
};

const paging = z.object({
  perPage: z
    .int()
    .min(1)
    .default(30)
    .openapi({ description: `At most ${MOST_ON_A_PAGE} come.` }),
  nextPageToken: text.optional().openapi({ description: 'From a `Link` with `rel="next"`.' }),
});
const query = paging.extend(
  Object.fromEntries(
    [...PARAMETER_NAMES, 'EQ_bizTransaction_{type}', 'EQ_source_{type}', 'EQ_destination_{type}'].map((name) => [
      name,
      text.optional().openapi({ description: 'As the event query of EPCIS 2.0 (8.2.7.1) has it; `|` between alternatives.' }),
    ]),
  ),
); // prettier-ignore
const headers = z.object({
  Link: text.optional().openapi({ description: 'Where the next page is; left out on the last one.' }),
});
const events = {
  200: {
    description: 'A page of events.',
    headers,
    content: { 'application/json': { schema: document } },
  },
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
    request: { params: z.object({ eventID: text }) },
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
      request: { query: paging },
      responses: {
        200: {
          description: 'A page of them.',
          headers,
          content: { 'application/json': { schema: list } },
        },
        default: failure,
      },
    });
    get(`/${name}/{id}/events`, `Events of one of the ${name}`, {
      request: { params, query },
      responses: events,
    });
  }
}
