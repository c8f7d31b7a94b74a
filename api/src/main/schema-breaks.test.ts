import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { breaksOf } from './schema-breaks.ts';

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
