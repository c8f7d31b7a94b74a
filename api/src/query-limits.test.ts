import { buildSchema, parse, validate, type ValidationRule } from 'graphql';
import { expect, it } from 'vitest';
import { costOf } from './query-cost.ts';
import { limitQueries } from './query-limits.ts';
import { schema } from './schema.ts';

function problems(query: string, isIntrospected = false): string[] {
  const rules: ValidationRule[] = [];
  const { onValidate } = limitQueries({ isIntrospected });
  void onValidate?.({ addValidationRule: (rule: ValidationRule) => rules.push(rule) } as never);
  return validate(schema, parse(query), rules).map((error) => error.message);
}

const cost = (query: string, variableValues: Record<string, unknown> = {}, operationName?: string) =>
  costOf({ schema, document: parse(query), variableValues, operationName });

const times = (count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: service { now }`).join(' ')} }`;

it('takes twenty things at once, and says so of the twenty-first', () => {
  expect(problems(times(20))).toEqual([]);
  expect(problems(times(400))).toEqual(['At most 20 things in one request.']);
});

it('counts what fragments ask for where they are spread, and their inner fields not at all', () => {
  const fields = Array.from({ length: 30 }, (_, i) => `f${i}: now`).join(' ');
  expect(problems(`{ service { ...All } } fragment All on Service { ${fields} }`)).toEqual([]);
  expect(problems(`{ ...Many } fragment Many on Query ${times(21)}`)).toEqual([
    'At most 20 things in one request.',
  ]);
});

it('tells of the schema only where it is being developed', () => {
  expect(problems('{ __schema { types { name } } }')[0]).toContain('introspection');
  expect(problems('{ __schema { types { name } } }', true)).toEqual([]);
  expect(problems('{ service { __typename } }')).toEqual([]);
});

const PAGE = 'query ($n: Int!) { shipments(first: $n) { edges { node { id } } } }';

it('costs a list as often as it may be long, and never more than it can be', () => {
  expect(cost(PAGE, { n: 10 }).cost.cost).toBeLessThan(cost(PAGE, { n: 100 }).cost.cost);
  expect(cost(PAGE, { n: 1_000_000 })).toEqual(cost(PAGE, { n: 100 }));
});

it('refuses what costs too much or nests too deep, whichever operation of several is run', () => {
  const journeys = (name: string) => `${name}: shipments(first: 100) { edges { node { shipment { journey { logistics { voices { source { name } } } documents { voices { source { name } } } } } } } }`; // prettier-ignore
  const dear = `query Dear { ${['a', 'b', 'c', 'd'].map(journeys).join(' ')} }`;
  expect(cost(dear).refusal?.extensions['code']).toBe('TOO_MUCH');
  expect(cost(`query Cheap { service { now } } ${dear}`, {}, 'Dear').refusal).not.toBeNull();
  expect(cost(`query Cheap { service { now } } ${dear}`, {}, 'Cheap').refusal).toBeNull();
});

it('takes sixteen levels and no seventeenth, however little they cost', () => {
  // Types that lead to each other: nothing but levels.
  const chained = buildSchema('type Query { next: Query leaf: Int }');
  const levels = (count: number) =>
    costOf({
      schema: chained,
      document: parse(`${'{ next '.repeat(count - 1)}{ leaf }${' }'.repeat(count - 1)}`),
      variableValues: {},
      operationName: undefined,
    });
  expect(levels(16)).toMatchObject({ cost: { depth: 16 }, refusal: null });
  const { cost: costs, refusal } = levels(17);
  expect(costs.cost).toBeLessThan(costs.limit / 1000);
  expect(refusal?.message).toBe('At most 16 levels in one request.');
  expect(refusal?.extensions['code']).toBe('TOO_MUCH');
});

it('measures fragments within fragments in time linear in the text', () => {
  const chain = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Service { ...F${i + 1} ...F${i + 1} ... on Service { ...F${i + 1} } }`,
  );
  const query = `{ service { ...F0 } } ${chain.join(' ')} fragment F60 on Service { now }`;
  expect(cost(query).refusal).not.toBeNull();
});

it('leaves mistakes in variables to whoever executes', () => {
  expect(cost(PAGE, { n: 'many' }).refusal).toBeNull();
});
