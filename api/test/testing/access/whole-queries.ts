import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
  parse,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { costOf } from '../../../src/query-cost.ts';
import { schema } from '../../../src/schema.ts';

/** Deeper nothing new stands. */
const DEPTH = 7;
const COST = 90_000;

/**
 * Questions that ask for every field of a shipment that there is, so that one added tomorrow is looked at, too: as many as fit into
 * what one request may cost, each field of its journey in one of them.
 */
export function wholeShipmentQueries(): string[] {
  const shipment = objectType('Shipment');
  const journey = objectType('Journey');
  const beside = selectionOf(shipment, DEPTH, new Set(['Journey']));
  const parts = Object.values(journey.getFields()).map((field) => fieldText(field.name, field.type, DEPTH - 1, new Set(['Shipment', 'Journey'])));
  const queries: string[] = [];
  let taken: string[] = [];
  const queryOf = (some: readonly string[]) =>
    `query ($id: ID!) { shipment(id: $id) { __typename ... on Shipment { __typename ${queries.length === 0 ? beside : 'id'} ${some.length > 0 ? `journey { __typename ${some.join(' ')} }` : ''} } } }`;
  for (const part of parts) {
    if (part === '') continue;
    if (taken.length > 0 && costly(queryOf([...taken, part]))) {
      queries.push(queryOf(taken));
      taken = [];
    }
    taken.push(part);
  }
  return [...queries, queryOf(taken)];
} // prettier-ignore

function costly(query: string): boolean {
  const { cost, refusal } = costOf({ schema, document: parse(query), operationName: null, variableValues: { id: 'x' } });
  return refusal !== null || cost.cost > COST;
} // prettier-ignore

function selectionOf(type: GraphQLObjectType, depth: number, left: ReadonlySet<string>): string {
  const within = new Set([...left, type.name]);
  return Object.values(type.getFields())
    .filter((field) => field.args.every(({ type: of, defaultValue }) => !String(of).endsWith('!') || defaultValue !== undefined))
    .map((field) => fieldText(field.name, field.type, depth, within))
    .join(' ');
} // prettier-ignore

function fieldText(name: string, type: GraphQLOutputType, depth: number, left: ReadonlySet<string>): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  if (depth === 0 || left.has(named.name)) return '';
  if (isObjectType(named)) {
    const inner = selectionOf(named, depth - 1, left);
    return inner.trim() === '' ? '' : `${name} { __typename ${inner} }`;
  }
  const types = isUnionType(named) ? named.getTypes() : isInterfaceType(named) ? schema.getPossibleTypes(named) : [];
  const inner = types.map((one) => `... on ${one.name} { ${selectionOf(one, depth - 1, left)} }`).join(' ');
  return `${name} { __typename ${inner} }`;
} // prettier-ignore

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`there is no ${name}`);
  return type;
}
