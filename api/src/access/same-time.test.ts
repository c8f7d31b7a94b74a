import { createSchema, createYoga } from 'graphql-yoga';
import { describe, expect, it } from 'vitest';
import { sameTime, takeSameTime, untilStep } from './same-time.ts';

/** A clock that stands but for what is waited and worked. */
function stopped() {
  let at = 5000;
  const spend = async (ms: number): Promise<void> => void (at += ms);
  return { now: () => at, sleep: spend };
}

async function told(workMs: number): Promise<number> {
  const watch = stopped();
  const start = watch.now();
  await watch.sleep(workMs);
  await untilStep(start, watch);
  return watch.now() - start;
}

describe('an answer that is to take the same time', () => {
  it('takes a whole number of steps, one at least', async () => {
    expect(await Promise.all([0, 1, 13, 399.5, 400].map(told))).toEqual([400, 400, 400, 400, 400]);
    expect(await Promise.all([400.5, 417, 730, 800, 801].map(told))).toEqual([800, 800, 800, 800, 1200]);
  });

  it('is timed as a whole, with what is below the field that asks for it', async () => {
    const watch = stopped();
    const schema = createSchema<object>({
      typeDefs: 'type Found { where: String } type Query { lookup(number: Int!): Found free: Int }',
      resolvers: {
        Query: {
          lookup: async (_, { number }: { number: number }, context) => {
            takeSameTime(context);
            await watch.sleep(number);
            return number > 100 ? {} : null;
          },
          free: async () => watch.sleep(30).then(() => 1),
        },
        Found: { where: async () => watch.sleep(300).then(() => 'here') },
      },
    });
    const yoga = createYoga({ schema, plugins: [sameTime(watch)] });
    const took = async (query: string): Promise<number> => {
      const start = watch.now();
      const url = `http://localhost/graphql?query=${encodeURIComponent(query)}`;
      const answer = (await (await yoga.fetch(url)).json()) as { errors?: unknown };
      expect(answer.errors).toBeUndefined();
      return watch.now() - start;
    };
    expect(await took('{ lookup(number: 5) { where } }')).toBe(400);
    expect(await took('{ lookup(number: 130) { where } }')).toBe(800);
    expect(await took('{ lookup(number: 130) { __typename } }')).toBe(400);
    expect(await took('{ free }')).toBe(30);
  });
});
