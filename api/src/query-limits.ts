import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Root fields of one request; many numbers are one field, `lookupMany`. */
const ROOT_FIELDS_MAX = 20;

/**
 * Refuses queries that ask for too many things at once, whatever each costs, and questions about the schema where it is not
 * being developed: `schema.graphql` is the schema.
 */
export function limitQueries({ isIntrospected }: { readonly isIntrospected: boolean }): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(withinLimits);
      if (!isIntrospected) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  };
}

function withinLimits(context: ValidationContext): ASTVisitor {
  const find = (name: string) => context.getFragment(name) ?? null;
  return {
    OperationDefinition(node) {
      if (rootFields(node.selectionSet, find, new Map()) <= ROOT_FIELDS_MAX) return;
      const message = `At most ${ROOT_FIELDS_MAX} things in one request.`;
      context.reportError(new GraphQLError(message, { nodes: node, extensions: { code: 'TOO_MUCH' } }));
    },
  };
}

type FindFragment = (name: string) => FragmentDefinitionNode | null;

/**
 * Fields at the top, those of spread fragments included. Each fragment is counted once, so that the cost is linear in
 * the text; a fragment within itself counts nothing and is another rule's finding.
 */
function rootFields(set: SelectionSetNode, find: FindFragment, known: Map<string, number>): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + rootFields(selection.selectionSet, find, known);
    return sum + ofFragment(selection.name.value, find, known);
  }, 0);
}

function ofFragment(name: string, find: FindFragment, known: Map<string, number>): number {
  const counted = known.get(name);
  if (counted !== undefined) return counted;
  known.set(name, 0);
  const fragment = find(name);
  const result = fragment ? rootFields(fragment.selectionSet, find, known) : 0;
  known.set(name, result);
  return result;
}
