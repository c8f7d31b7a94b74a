import { GraphQLError, type ExecutionArgs } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { YogaServerInstance } from 'graphql-yoga';
import { authorizationIn, credentialsIn, socketHeldBy, type Asked } from './access/asker-of-request.ts';
import type { Context, Services } from './context.ts';
import { countedAs } from './limits/counted-as.ts';
import type { OpenAtOnce } from './limits/open-at-once.ts';
import type { RateLimit } from './limits/rate-limit.ts';
import type { PersistedOperations } from './persisted-operations/persisted-operations.ts';

/** What is counted over sockets: requests of a key, with those over HTTP, and sockets. */
export interface SocketLimits {
  readonly requests: RateLimit;
  readonly sockets: OpenAtOnce;
}

/** RFC 6455, 7.4.2, as registered with IANA: clients of the library try again after a pause, other than after one of its own codes. */
const TRY_AGAIN_LATER = 1013;

export type Yoga = YogaServerInstance<Asked, Context>;

type SocketOptions = ServerOptions<Record<string, unknown> | undefined, Extra>;

/** graphql-ws runs through Yoga's own pipeline, so that plugins and the context apply to both alike. */
export function socketOptions(
  services: Pick<Services, 'access'>,
  yoga: Yoga,
  operations: PersistedOperations,
  { requests, sockets }: SocketLimits,
): SocketOptions {
  return {
    async onConnect(connected) {
      const { socket } = connected.extra;
      const leave = sockets.take(await socketHeldBy(services, connected));
      if (leave && socket.readyState === socket.OPEN) socket.once('close', leave);
      else leave?.();
      if (leave) return true;
      socket.close(TRY_AGAIN_LATER, `At most ${sockets.limit} sockets at a time.`);
      return false;
    },
    execute: (args) => (args as EnvelopedArgs).rootValue.execute(args),
    subscribe: (args) => (args as EnvelopedArgs).rootValue.subscribe(args),
    async onSubscribe(socket, _id, params) {
      const refusal = await overLimit(requests, authorizationIn(socket));
      if (refusal) return [refusal];
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

/** Each operation is a request; null: it is within what its key has, or comes without one. */
async function overLimit(requests: RateLimit, authorization: string | null): Promise<GraphQLError | null> {
  if (authorization === null) return null;
  const { isOver, limit, resetSeconds } = await requests.take(countedAs(authorization));
  if (!isOver) return null;
  const extensions = { code: 'TOO_MANY', retryAfterSeconds: resetSeconds };
  return new GraphQLError(`At most ${limit} requests a minute with one key.`, { extensions });
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
