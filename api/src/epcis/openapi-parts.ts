import { z } from '@hono/zod-openapi';
import { asOfParameter } from '../events/as-of-parameter.ts';
import { partialHeaders } from '../events/partial-page.ts';
import { MOST_ON_A_PAGE } from './paging.ts';
import { ACTIONS, EVENT_TYPES } from './vocabulary.ts';

// What several requests of the document have in common.

export const TAGS = ['GS1 EPCIS 2.0'];
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

export const document = z
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
export const failure = {
  description: 'Why there is no other answer.',
  content: { 'application/problem+json': { schema: problem } },
};

export const paging = z.object({
  perPage: z
    .int()
    .min(1)
    .default(30)
    .openapi({ description: `At most ${MOST_ON_A_PAGE} come.` }),
  nextPageToken: text.optional().openapi({ description: 'From a `Link` with `rel="next"`.' }),
});
/** Of a list of events. */
export const eventPaging = paging.extend({ asOf: asOfParameter });
export const headers = z.object({
  Link: text.optional().openapi({ description: 'Where the next page is; left out on the last one.' }),
});
/** Of a page of events. */
export const eventHeaders = headers.extend(partialHeaders);
