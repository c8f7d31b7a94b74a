import { expect, it } from 'vitest';
import { JourneyUpdatedDocument } from '../client/journey.graphql.ts';
import { NUMBERS_AT_ONCE, ON_A_PAGE } from '../client/list-shipments.ts';
import { LookupManyDocument, ShipmentsDocument } from '../client/list.graphql.ts';
import { costOf } from '../src/query-cost.ts';
import { schema } from '../src/schema.ts';

const numbers = Array.from({ length: NUMBERS_AT_ONCE }, (_, index) => `COSU${index}`);

it.each([
  ['a page of a list', ShipmentsDocument, { first: ON_A_PAGE }],
  ['a page of a list of an instant', ShipmentsDocument, { first: ON_A_PAGE, asOf: '2026-11-01T00:00:00Z' }],
  ['as many numbers as one request takes', LookupManyDocument, { numbers }],
  ['as many numbers of an instant', LookupManyDocument, { numbers, asOf: '2026-11-01T00:00:00Z' }],
  ['a shipment that is followed', JourneyUpdatedDocument, { id: 'shp_a' }],
])('%s costs no more than is allowed', (_, document, variableValues) => {
  const { refusal } = costOf({ schema, document, operationName: null, variableValues });
  expect(refusal).toBeNull();
});
