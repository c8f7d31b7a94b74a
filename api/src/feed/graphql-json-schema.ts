import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** A part of a document: JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Scalars that are no text. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
};

/** What stands where a field of this type is asked for; object types are referred to by name. */
export function schemaOf(type: GraphQLOutputType, within: GraphQLSchema): JsonSchema {
  return isNonNullType(type) ? told(type.ofType, within) : { anyOf: [told(type, within), { type: 'null' }] };
}

function told(type: GraphQLOutputType, within: GraphQLSchema): JsonSchema {
  if (isListType(type)) return { type: 'array', items: schemaOf(type.ofType, within) };
  if (isAbstractType(type)) return { oneOf: within.getPossibleTypes(type).map(referenceTo) };
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  if (isObjectType(type)) return referenceTo(type);
  return SCALARS[getNamedType(type).name] ?? { type: 'string' };
}

function referenceTo({ name }: GraphQLNamedType): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** Every object type that these lead to, by name. No field is required: what is not asked for is left out. */
export function schemasOf(
  types: readonly GraphQLOutputType[],
  within: GraphQLSchema,
): Record<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  const visit = (type: GraphQLOutputType): void => {
    const named = getNamedType(type);
    if (isAbstractType(named)) return within.getPossibleTypes(named).forEach(visit);
    if (!isObjectType(named) || found.has(named.name)) return;
    found.set(named.name, objectSchema(named, within));
    for (const field of Object.values(named.getFields())) visit(field.type);
  };
  types.forEach(visit);
  return Object.fromEntries(found);
}

function objectSchema(type: GraphQLObjectType, within: GraphQLSchema): JsonSchema {
  const fields = Object.values(type.getFields()).map(({ name, description, type: answered }) => [
    name,
    { ...schemaOf(answered, within), description: description ?? undefined },
  ]);
  return {
    type: 'object',
    description: type.description ?? undefined,
    properties: Object.fromEntries(fields) as object,
  };
}
