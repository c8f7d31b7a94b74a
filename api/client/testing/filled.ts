import { defaultFieldResolver, isEnumType, isListType, isNonNullType, isScalarType, type GraphQLFieldResolver } from 'graphql'; // prettier-ignore

/** Answers what a test leaves out: nothing where that may be, else the least that its type has. */
export const filled: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const told: unknown = defaultFieldResolver(source, args as Record<string, never>, context, info);
  const { returnType } = info;
  if (told !== undefined || !isNonNullType(returnType)) return told;
  const { ofType } = returnType;
  if (isListType(ofType)) return [];
  if (isEnumType(ofType)) return ofType.getValues()[0]?.value;
  if (!isScalarType(ofType)) return {};
  return { Int: 0, Float: 0, Boolean: false }[ofType.name] ?? '';
};
