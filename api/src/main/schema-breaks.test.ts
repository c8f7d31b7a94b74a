import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { breaksOf, unannouncedBreaks } from './schema-breaks.ts';

const printed = `
  enum Phase { AT_SEA }
  type Query { lookup(number: String!): String, phase: Phase }
`;
const become = (next: string) => breaksOf(printed, buildSchema(next));

describe('a schema that follows another', () => {
  it('breaks nobody by more fields, descriptions and deprecations', () => {
    expect(
      become(`
        enum Phase { AT_SEA }
        type Query {
          "By any number."
          lookup(number: String!): String
          phase: Phase @deprecated(reason: "see lookup")
          shipment(id: ID!): String
        }`),
    ).toEqual({ breaking: [], dangerous: [] });
  });

  it('names a field that went, an argument that must be given, and a type that is another', () => {
    expect(
      become('enum Phase { AT_SEA } type Query { lookup(number: String!, asOf: String!): Int }').breaking,
    ).toEqual([
      'Query.phase was removed.',
      'A required arg asOf on Query.lookup was added.',
      'Query.lookup changed type from String to Int.',
    ]);
  });

  it('names what a careless program stumbles over', () => {
    const next = 'enum Phase { AT_SEA, ASHORE } type Query { lookup(number: String!): String, phase: Phase }';
    expect(become(next)).toEqual({ breaking: [], dangerous: ['ASHORE was added to enum type Phase.'] });
  });
});

describe('a schema that takes something away', () => {
  const earlier = `
    interface Node { id: ID! }
    enum Phase { AT_SEA, ADRIFT @deprecated(reason: "see AT_SEA") }
    type Port implements Node { id: ID!, phase: Phase }
    type Box { number: String }
    type Query {
      boxes(first: Int, most: Int @deprecated(reason: "see first")): [Box!] @deprecated(reason: "see node")
      port(code: ID!, name: String @deprecated(reason: "see code")): Port
      node(id: ID!): Node
    }`;
  const since = (next: string) => unannouncedBreaks(earlier, buildSchema(next));
  const NODE = 'interface Node { id: ID! }';

  it('may take what was deprecated, and the types that nothing else led to', () => {
    expect(
      since(
        `${NODE} enum Phase { AT_SEA } type Port implements Node { id: ID!, phase: Phase }
         type Query { port(code: ID!): Port, node(id: ID!): Node }`,
      ),
    ).toEqual([]);
  });

  it('may take nothing else, nor give what was deprecated another place', () => {
    expect(
      since(`${NODE} enum Phase { ADRIFT } type Port implements Node { id: ID! }
        type Query { port(code: ID!, year: Int!): Port }`).toSorted(),
    ).toEqual([
      'A required arg year on Query.port was added.',
      'AT_SEA was removed from enum type Phase.',
      'Port.phase was removed.',
      'Query.node was removed.',
    ]);
  });

  it('may not take a type that an interface leads to', () => {
    expect(since(`${NODE} type Query { node(id: ID!): Node, port(code: ID!): Node }`)).toEqual(
      expect.arrayContaining(['Port was removed.']),
    );
  });
});
