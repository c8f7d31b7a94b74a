import { GraphQLError, type ExecutionArgs } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { YogaServerInstance } from 'graphql-yoga';
import { credentialsIn, type Asked } from './access/asker-of-request.ts';
import type { Context } from './context.ts';
import type { PersistedOperations } from './persisted-operations/persisted-operations.ts';

export type Yoga = YogaServerInstance<Asked, Context>;

type SocketOptions = ServerOptions<Record<string, unknown> | undefined, Extra>;

/** graphql-ws runs through Yoga's own pipeline, so that plugins and the context apply to both alike. */
export function socketOptions(yoga: Yoga, operations: PersistedOperations): SocketOptions {
  return {
    execute: (args) => (args as EnvelopedArgs).rootValue.execute(args),
    subscribe: (args) => (args as EnvelopedArgs).rootValue.subscribe(args),
    async onSubscribe(socket, _id, params) {
      const enveloped = yoga.getEnveloped({ ...socket, params });
      const text = await orError(() => operations.textOf(params, credentialsIn(socket)));
      if (text instanceof GraphQLError) return [text];
      const context = await orError(enveloped.contextFactory);
      if (context instanceof GraphQLError) return [context];
      const { execute, subscribe } = enveloped;
      const args: EnvelopedArgs = {
        schema: enveloped.schema,
        operationName: params.operationName ?? null,
        document: enveloped.parse(text),
        variableValues: params.variables ?? null,
        contextValue: context,
        rootValue: { execute, subscribe },
      };
      const errors = enveloped.validate(args.schema, args.document);
      return errors.length > 0 ? errors : args;
    },
  };
}

/** The arguments carry the enveloped functions: graphql-ws hands them back unchanged. */
type EnvelopedArgs = ExecutionArgs & {
  readonly rootValue: {
    execute(args: ExecutionArgs): ReturnType<NonNullable<ServerOptions['execute']>>;
    subscribe(args: ExecutionArgs): ReturnType<NonNullable<ServerOptions['subscribe']>>;
  };
};

/** Whoever asks with credentials that are none, or for no operation, is told so, and the socket stays. */
async function orError<T>(work: () => T | Promise<T>): Promise<T | GraphQLError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
