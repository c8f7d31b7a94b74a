import { complexityFromQuery } from '@pothos/plugin-complexity';
import { GraphQLError, Kind, type DocumentNode, type ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** The dearest query of the pages, a whole journey, comes to a quarter of it. */
const COST_MAX = 100_000;
/** The deepest query of the pages has about ten levels. */
const DEPTH_MAX = 16;

/** What a request may cost in fields, each of a list counted as often as the list may be long, and what it does. */
interface QueryCost {
  readonly cost: number;
  readonly limit: number;
  readonly depth: number;
}

/** Refuses what asks for too much before anything is read, and says with each answer what it cost. */
export function limitCost(): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { cost, refusal } = costOf(args);
      if (refusal) return setResultAndStopExecution({ errors: [refusal], extensions: { cost } });
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, cost } });
        },
      };
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const { refusal } = costOf(args);
      if (refusal) setResultAndStopExecution({ errors: [refusal] });
    },
  };
}

/** A mistake in variables costs nothing: whoever executes says what it is. */
export function costOf({
  schema,
  document,
  operationName,
  variableValues,
}: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>): {
  cost: QueryCost;
  refusal: GraphQLError | null;
} {
  try {
    const asked = onlyOperation(document, operationName ?? null);
    const { complexity, depth } = complexityFromQuery(asked, { schema, variables: { ...variableValues } });
    const cost = { cost: complexity, limit: COST_MAX, depth };
    if (depth > DEPTH_MAX) return { cost, refusal: tooMuch(`At most ${DEPTH_MAX} levels in one request.`) };
    if (complexity <= COST_MAX) return { cost, refusal: null };
    return { cost, refusal: tooMuch(`The request costs ${complexity}; at most ${COST_MAX} in one.`) };
  } catch {
    return { cost: { cost: 0, limit: COST_MAX, depth: 0 }, refusal: null };
  }
}

/** The operation that is run, with all fragments. */
function onlyOperation(document: DocumentNode, name: string | null): DocumentNode {
  const isOther = (definition: DocumentNode['definitions'][number]) =>
    definition.kind === Kind.OPERATION_DEFINITION && name !== null && definition.name?.value !== name;
  return { ...document, definitions: document.definitions.filter((definition) => !isOther(definition)) };
}

function tooMuch(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'TOO_MUCH' } });
}
