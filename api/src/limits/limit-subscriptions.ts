import { GraphQLError, type ExecutionArgs } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { heldBy } from '../access/asker-of-request.ts';
import type { Context } from '../context.ts';
import type { OpenAtOnce } from './open-at-once.ts';

/** So many subscriptions at a time, over graphql-ws and SSE alike; one more is answered `TOO_MANY`, and those that are open go on. */
export function limitSubscriptions(places: OpenAtOnce): Plugin<Context> {
  return {
    onSubscribe({ args, subscribeFn, setSubscribeFn }) {
      const context: Context = args.contextValue;
      setSubscribeFn(async (given: ExecutionArgs) => {
        const leave = places.take(heldBy(context.asker, context.address));
        if (!leave) return { errors: [tooMany(places.limit)] };
        try {
          const answers: unknown = await subscribeFn(given);
          if (isAsyncIterable(answers)) return untilOver(answers, leave, context.request?.signal ?? null);
          leave();
          return answers;
        } catch (error) {
          leave();
          throw error;
        }
      });
    },
  };
}

function tooMany(limit: number): GraphQLError {
  return new GraphQLError(`At most ${limit} subscriptions at a time: end one, then try again.`, {
    extensions: { code: 'TOO_MANY' },
  });
}

/**
 * Calls `leave` once when it is over, whoever ends it: the source, a failure, or whoever follows it, also before the first answer.
 *
 * @param gone aborted: whoever asked over HTTP hung up, perhaps before anybody took up the answers.
 */
export function untilOver<T>(
  source: AsyncIterable<T>,
  leave: () => void,
  gone: AbortSignal | null,
): AsyncIterableIterator<T> {
  const inner = source[Symbol.asyncIterator]();
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    gone?.removeEventListener('abort', end);
    leave();
  };
  gone?.addEventListener('abort', end);
  if (gone?.aborted) end();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const told = await inner.next();
        if (told.done) end();
        return told;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return() {
      end();
      // Not waited for by whoever counts: it may be waiting for what never comes.
      return (await inner.return?.()) ?? { done: true, value: undefined };
    },
  };
}
