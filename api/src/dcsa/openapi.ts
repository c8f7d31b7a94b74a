import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { asOfParameter, asOfParameterOfEvent } from '../events/as-of-parameter.ts';
import { partialHeaders } from '../events/partial-page.ts';
import { STANDS } from '../rest/etag.ts';
import { dcsaError } from './dcsa-error.ts';
import { dcsaEvent } from './event-schemas.ts';
import {
  CREATED,
  DEFAULT_LIMIT,
  FORMER_NAMES,
  MOST_ON_A_PAGE,
  OPERATORS,
  SORT_FIELDS,
  TEXT_FILTERS,
  WORD_FILTERS,
} from './query.ts';

export const TAGS = ['DCSA Track and Trace 2.2'];
const text = z.string();

/** What each filter is, for readers of the document. */
const MEANINGS: Readonly<Record<keyof typeof TEXT_FILTERS, string>> = {
  carrierBookingReference: 'Events of the shipments of this booking 订舱号.',
  transportDocumentReference:
    'Events of the shipments of this bill of lading 提单号, with or without its SCAC.',
  equipmentReference: 'Events that speak of this box 箱号.',
  transportCallID: 'Events at this call of a ship or train.',
  vesselIMONumber: 'Events of this ship.',
  exportVoyageNumber: 'Events of what left on this voyage 航次.',
  carrierServiceCode: 'Nothing that the graph knows: the list is empty.',
  UNLocationCode: 'Events at this UN/LOCODE.',
  transportDocumentID: 'Deprecated; an id of a carrier’s own: the list is empty.',
  scheduleID: 'Deprecated; an id of a carrier’s own: the list is empty.',
};

const wordFilters = Object.fromEntries(
  Object.entries(WORD_FILTERS).map(([name, list]) => [
    name,
    z.array(z.enum(list as readonly [string, ...string[]])).optional().openapi({
      description: 'One of these; several, separated by commas, are alternatives.',
      param: { name, in: 'query', style: 'form', explode: false },
    }),
  ]),
); // prettier-ignore
const textFilters = Object.fromEntries(
  Object.entries(MEANINGS).map(([name, description]) => [
    name,
    text
      .max(TEXT_FILTERS[name as keyof typeof TEXT_FILTERS])
      .optional()
      .openapi({ description }),
  ]),
);
const formerNames = Object.fromEntries(
  Object.entries(FORMER_NAMES).map(([name, now]) => [
    name,
    text.optional().openapi({ description: `Deprecated: ${now}.`, param: { name, in: 'query', deprecated: true } }),
  ]),
); // prettier-ignore
const createdFilters = Object.fromEntries(
  ['', ...OPERATORS.map((operator) => `:${operator}`)].map((suffix) => [
    `${CREATED}${suffix}`,
    z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({
        description: `When this service first received it${suffix ? `, ${suffix.slice(1)}` : ''}.`,
      }),
  ]),
);

const query = z.object({
  ...wordFilters,
  ...textFilters,
  ...formerNames,
  ...createdFilters,
  limit: z.int().min(1).default(DEFAULT_LIMIT).openapi({ description: `A page has at most ${MOST_ON_A_PAGE}.` }),
  cursor: text.optional().openapi({ description: 'From a paging header; it holds the whole question.' }),
  asOf: asOfParameter,
  sort: text.optional().openapi({ description: `Fields with :ASC or :DESC, by commas: ${SORT_FIELDS.join(', ')}.` }),
}); // prettier-ignore

export const headers = z.object({
  'API-Version': text.optional().openapi({ description: 'Major version: 2.' }),
});
export const answered = z.object({ 'API-Version': text });
const link = text.optional();
export const paged = answered.extend({
  'Current-Page': text.openapi({ description: 'A link to this page.' }),
  'Next-Page': link.openapi({ description: 'A link; left out on the last page.' }),
  'Next-Page-Cursor': link.openapi({ description: 'The cursor of that link.' }),
  'Prev-Page': link,
  'First-Page': link,
  'Last-Page': link.openapi({ description: 'Left out where it is not known.' }),
  ...partialHeaders,
});
export const failure = {
  description: 'Why there is no other answer.',
  headers: answered,
  content: { 'application/json': { schema: dcsaError } },
};

export function describeEvents(registry: OpenAPIHono['openAPIRegistry']): void {
  registry.registerPath({
    method: 'get',
    path: '/v2/events',
    operationId: 'dcsa2ListEvents',
    tags: TAGS,
    summary: 'Events, filtered',
    description:
      'All filters have to match. The order without `sort` is not promised. To poll, ask for what was created since a few minutes before the last answer, and drop event ids that were seen.',
    request: { query, headers },
    responses: {
      200: {
        description: 'A page of events.',
        headers: paged,
        content: { 'application/json': { schema: z.array(dcsaEvent) } },
      },
      ...STANDS,
      default: failure,
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/v2/events/{eventID}',
    operationId: 'dcsa2GetEvent',
    tags: TAGS,
    summary: 'One event',
    deprecated: true,
    request: {
      params: z.object({ eventID: z.uuid() }),
      query: z.object({ asOf: asOfParameterOfEvent }),
      headers,
    },
    responses: {
      200: {
        description: 'The event.',
        headers: answered,
        content: { 'application/json': { schema: dcsaEvent } },
      },
      ...STANDS,
      410: {
        ...failure,
        description: 'It does not hold any more: it was taken back or replaced, or was of other cargo.',
        headers: answered.extend({
          Link: link.openapi({
            description: 'Events that are told in its place, with `rel="successor-version"`.',
          }),
        }),
      },
      default: failure,
    },
  });
}
