import { buildSchema, findBreakingChanges, findDangerousChanges, type GraphQLSchema } from 'graphql';

/** What a change of the schema does to those who use it, one sentence each, in the words of the GraphQL specification. */
export interface SchemaBreaks {
  /** Operations that were valid are refused or answered otherwise: a field, type, value or argument went or changed its type. */
  readonly breaking: readonly string[];
  /** Operations stay valid, and programs that count on what there was may fail: a new value of an enum, a new type of a union. */
  readonly dangerous: readonly string[];
}

/** Compares a printed schema with the one that is to follow it. Descriptions and deprecations break nothing. */
export function breaksOf(printed: string, next: GraphQLSchema): SchemaBreaks {
  const before = buildSchema(printed, { assumeValid: true });
  const describe = ({ description }: { readonly description: string }) => description;
  return {
    breaking: findBreakingChanges(before, next).map(describe),
    dangerous: findDangerousChanges(before, next).map(describe),
  };
}
