import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { z } from 'zod';
import { credentialsIn } from '../access/asker-of-request.ts';
import type { Credentials } from '../access/credentials.ts';
import { API_KEY_PREFIX } from '../access/tokens.ts';

/** `allowed`: whoever asks may write his own operations. `required`: only who sends the key of an API may. */
export type OperationsRule = 'allowed' | 'required';

/** Operations that are asked for by id, over any transport. */
export interface PersistedOperations {
  /** Over HTTP and SSE. */
  readonly plugin: Plugin;
  /** Over a socket: the text to run. Throws the same errors. `credentials`: what the connection was opened with. */
  textOf(params: OperationParams, credentials: Credentials): string;
}

interface OperationParams {
  readonly query?: string | null;
  readonly extensions?: unknown;
}

const withId = z.object({ persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string() }) });

function idOf({ extensions }: OperationParams): string | null {
  return withId.safeParse(extensions).data?.persistedQuery.sha256Hash ?? null;
}

// The messages are those by which clients know that they have to send the text (`persistedExchange` of urql, Apollo's link).
const ERRORS = {
  notFound: {
    message: 'PersistedQueryNotFound',
    code: 'PERSISTED_OPERATION_NOT_FOUND',
    detail:
      'No operation of the pages has this id: the page is older or newer than the service. Load it again.',
    status: 404,
  },
  keyNotFound: {
    message: 'Send an operation as `query`, or its id as `extensions.persistedQuery`.',
    code: 'OPERATION_MISSING',
    detail: null,
    status: 400,
  },
  persistedQueryOnly: {
    message: 'Without the key of an API only the operations of the pages are answered, by their ids.',
    code: 'PERSISTED_OPERATION_REQUIRED',
    detail: null,
    status: 403,
  },
} as const;

export function persistedOperations(
  operations: ReadonlyMap<string, string>,
  rule: OperationsRule,
): PersistedOperations {
  // A key that is none is refused when it is found out who asks.
  const mayWrite = ({ bearer }: Credentials): boolean =>
    rule === 'allowed' || (bearer?.startsWith(API_KEY_PREFIX) ?? false);
  const plugin = usePersistedOperations({
    extractPersistedOperationId: idOf,
    getPersistedOperation: (id) => operations.get(id) ?? null,
    allowArbitraryOperations: (request) => mayWrite(credentialsIn({ request })),
    customErrors: {
      notFound: () => errorOf('notFound'),
      keyNotFound: () => errorOf('keyNotFound'),
      persistedQueryOnly: () => errorOf('persistedQueryOnly'),
    },
  });
  return {
    plugin,
    textOf(params, credentials) {
      if (params.query) {
        if (!mayWrite(credentials)) throw errorOf('persistedQueryOnly');
        return params.query;
      }
      const id = idOf(params);
      if (id === null) throw errorOf('keyNotFound');
      const text = operations.get(id);
      if (text === undefined) throw errorOf('notFound');
      return text;
    },
  };
}

function errorOf(name: keyof typeof ERRORS): GraphQLError {
  const { message, code, detail, status } = ERRORS[name];
  return new GraphQLError(message, { extensions: { code, ...(detail && { detail }), http: { status } } });
}
