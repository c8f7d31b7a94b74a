import {
  buildASTSchema,
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  isTypeDefinitionNode,
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type TypeDefinitionNode,
} from 'graphql';

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
  return {
    breaking: findBreakingChanges(before, next).map(describe),
    dangerous: findDangerousChanges(before, next).map(describe),
  };
}

/** What a schema takes away that an earlier one had, and had not deprecated. */
export function unannouncedBreaks(earlier: string, next: GraphQLSchema): readonly string[] {
  const promised = inUse(withoutDeprecated(parse(earlier)));
  return findBreakingChanges(buildASTSchema(promised, { assumeValid: true }), next).map(describe);
}

function describe({ description }: { readonly description: string }): string {
  return description;
}

function withoutDeprecated(document: DocumentNode): DocumentNode {
  const drop = ({ directives }: { readonly directives?: readonly ConstDirectiveNode[] }) =>
    directives?.some(({ name }) => name.value === 'deprecated') ? null : undefined;
  return visit(document, { FieldDefinition: drop, InputValueDefinition: drop, EnumValueDefinition: drop });
}

const ROOTS: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/** A type cannot be deprecated by itself: it may go with the last field that leads to it. */
function inUse(document: DocumentNode): DocumentNode {
  const types = new Map<string, TypeDefinitionNode>();
  for (const node of document.definitions) if (isTypeDefinitionNode(node)) types.set(node.name.value, node);
  const reached = new Set<string>();
  const open = [...ROOTS];
  for (const definition of document.definitions) if (!isTypeDefinitionNode(definition)) open.push(...typesNamedIn(definition));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const type = types.get(name);
    if (!type || reached.has(name)) continue;
    reached.add(name);
    open.push(...typesNamedIn(type));
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION) open.push(...implementing(name, types));
  }
  return { ...document, definitions: document.definitions.filter((node) => !isTypeDefinitionNode(node) || reached.has(node.name.value)) };
} // prettier-ignore

function typesNamedIn(definition: DocumentNode['definitions'][number]): string[] {
  const names: string[] = [];
  visit(definition, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

function implementing(name: string, types: ReadonlyMap<string, TypeDefinitionNode>): string[] {
  return [...types.values()].flatMap((type) =>
    'interfaces' in type && type.interfaces?.some((one) => one.name.value === name) ? [type.name.value] : [],
  );
}
