import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Root fields of one request; a look-up of many numbers is several requests. */
const ROOT_FIELDS_MAX = 20;
/** The deepest query of the pages has about ten levels. */
const DEPTH_MAX = 16;

/** Refuses queries that ask for too much at once, before anything is read. */
export function limitQueries(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(withinLimits);
    },
  };
}

function withinLimits(context: ValidationContext): ASTVisitor {
  const fragments = (name: string) => context.getFragment(name) ?? null;
  return {
    OperationDefinition(node) {
      const refuse = (message: string) =>
        context.reportError(new GraphQLError(message, { nodes: node, extensions: { code: 'TOO_MUCH' } }));
      if (rootFields(node.selectionSet, fragments, new Map()) > ROOT_FIELDS_MAX) {
        refuse(`At most ${ROOT_FIELDS_MAX} things in one request.`);
      }
      if (depthOf(node.selectionSet, fragments, new Map()) > DEPTH_MAX) {
        refuse(`At most ${DEPTH_MAX} levels in one request.`);
      }
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
    return sum + ofFragment(selection.name.value, rootFields, find, known);
  }, 0);
}

/** Levels of fields; each fragment is measured once, so that the cost is linear in the text. */
function depthOf(set: SelectionSetNode, find: FindFragment, known: Map<string, number>): number {
  return set.selections.reduce((deepest, selection) => {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? depthOf(selection.selectionSet, find, known) : 0;
      return Math.max(deepest, 1 + below);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return Math.max(deepest, depthOf(selection.selectionSet, find, known));
    }
    return Math.max(deepest, ofFragment(selection.name.value, depthOf, find, known));
  }, 0);
}

type Measure = (set: SelectionSetNode, find: FindFragment, known: Map<string, number>) => number;

function ofFragment(name: string, measure: Measure, find: FindFragment, known: Map<string, number>): number {
  const measured = known.get(name);
  if (measured !== undefined) return measured;
  known.set(name, 0);
  const fragment = find(name);
  const result = fragment ? measure(fragment.selectionSet, find, known) : 0;
  known.set(name, result);
  return result;
}
