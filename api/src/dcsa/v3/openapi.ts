import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { asOfParameter, asOfParameterOfEvent } from '../../events/as-of-parameter.ts';
import { partialHeaders } from '../../events/partial-page.ts';
import { STANDS } from '../../rest/etag.ts';
import { DEFAULT_LIMIT, MOST_ON_A_PAGE } from '../query.ts';
import { dcsa3Event } from './event-schemas.ts';
import { dcsa3Error, feedbackElement } from './feedback.ts';
import { EVENT_TYPES } from './vocabulary.ts';

export const VERSION3 = '3.0.0';

const text = z.string();
const instant = z.iso.datetime({ offset: true }).optional();
const query = z.object({
  carrierBookingReference: text.optional().openapi({ description: 'Events of the shipments of this booking 订舱号.' }),
  transportDocumentReference: text.optional().openapi({ description: 'Events of the shipments of this bill of lading 提单号, with or without its SCAC.' }),
  equipmentReference: text.optional().openapi({ description: 'Events that speak of this box 箱号.' }),
  eventTypes: z.array(z.enum(EVENT_TYPES)).optional().openapi({
    description: 'One of these; several, separated by commas, are alternatives. Of REEFER none is told.',
    param: { name: 'eventTypes', in: 'query', style: 'form', explode: false },
  }),
  eventUpdatedDateTimeMin: instant.openapi({ description: 'At or after.' }),
  eventUpdatedDateTimeMax: instant.openapi({ description: 'At or before.' }),
  limit: z.int().min(1).default(DEFAULT_LIMIT).openapi({ description: `A page has at most ${MOST_ON_A_PAGE}.` }),
  asOf: asOfParameter,
  cursor: text.optional().openapi({ description: 'From Next-Page-Cursor; it holds the whole question, and is good more than once.' }),
}); // prettier-ignore
const answered = z.object({ 'API-Version': text });

const TAGS = ['DCSA Track and Trace 3.0'];
const asked = z.object({ 'API-Version': text.optional().openapi({ description: '3, or 3.0.0.' }) });
const failure = {
  description: 'Why there is no other answer.',
  headers: answered,
  content: { 'application/json': { schema: dcsa3Error } },
};

export function describeEvents3(registry: OpenAPIHono['openAPIRegistry']): void {
  registry.registerPath({
    method: 'get',
    path: '/v3/events',
    operationId: 'dcsa3ListEvents',
    tags: TAGS,
    summary: 'Events, filtered',
    description: 'All filters have to match; none is needed. The order is not promised.',
    request: { query, headers: asked },
    responses: {
      200: {
        description: 'A page of events.',
        headers: answered.extend({
          'Next-Page-Cursor': text.optional().openapi({ description: 'Left out on the last page.' }),
          ...partialHeaders,
        }),
        content: {
          'application/json': {
            schema: z.object({
              events: z.array(dcsa3Event),
              feedbackElements: z.array(feedbackElement).optional(),
            }),
          },
        },
      },
      ...STANDS,
      default: failure,
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/v3/events/{eventID}',
    operationId: 'dcsa3GetEvent',
    tags: TAGS,
    summary: 'One event',
    description: 'An extension: the standard has the list alone.',
    request: {
      params: z.object({ eventID: text }),
      query: z.object({ asOf: asOfParameterOfEvent }),
      headers: asked,
    },
    responses: {
      200: {
        description: 'The event; with `isRetracted` where it does not hold any more.',
        headers: answered,
        content: { 'application/json': { schema: dcsa3Event } },
      },
      ...STANDS,
      default: failure,
    },
  });
}
