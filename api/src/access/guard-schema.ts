import type { Asker } from 'graph-schema/domain/access/asker';
import { GraphQLError, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { ROOT_RULES, type RootRule } from './root-rules.ts';
import { takeSameTime, untilStep } from './same-time.ts';
import { sightChanges } from './sight-changes.ts';
import { NOT_ANY_MORE, canEnd, whileKnown } from './while-known.ts';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** Each query, mutation and subscription asks first whether the one who asks may. What it then answers the loaders decide. */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const name of ['Query', 'Mutation', 'Subscription']) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ROOT_RULES[`${name}.${field.name}`] ?? 'OPERATOR';
      // A subscription is asked when it begins; before each answer it asks again who it is. Other fields may have a `subscribe`, too.
      if (name === 'Subscription') {
        field.subscribe = followed(guarded(field.subscribe as Resolve, rule, true), rule);
        field.resolve = unlessEnded(field.resolve as Resolve);
      } else field.resolve = guarded(field.resolve as Resolve, rule, false);
    }
  }
  return schema;
}

function guarded(resolve: Resolve, rule: RootRule, isFollowed: boolean): Resolve {
  return (parent, args, context, info) => {
    const problem = problemOf(context.asker, rule);
    if (problem) throw new GraphQLError(PROBLEMS[problem], { extensions: { code: problem } });
    const answer = (): unknown => resolve(parent, args, context, info);
    return context.asker.kind === 'PUBLIC' && rule === 'READER'
      ? inPublic(context, answer, isFollowed)
      : answer();
  };
}

/** Ends with what it is asked with. */
function followed(subscribe: Resolve, rule: RootRule): Resolve {
  return async (parent, args, context, info) => {
    const left = new AbortController();
    const changes = sightChanges(context.asker);
    const heard = { ...context, left: left.signal, onSightChange: changes.on };
    const source = (await subscribe(parent, args, heard, info)) as AsyncIterable<unknown>;
    const mayStill = async (): Promise<boolean> => {
      const asker = await context.renew();
      if (!asker || !mayAsk(asker, rule)) return false;
      changes.look(asker);
      return true;
    };
    return whileKnown(source, canEnd(context) ? mayStill : null, () => left.abort());
  };
} // prettier-ignore

function unlessEnded(resolve: Resolve): Resolve {
  return (value, args, context, info) => {
    if (value !== NOT_ANY_MORE) return resolve(value, args, context, info);
    throw new GraphQLError(PROBLEMS.UNAUTHENTICATED, { extensions: { code: 'UNAUTHENTICATED' } });
  };
}

/**
 * Whoever did not sign in tries so many numbers a minute, and waits equally long for what there is, is not, and is not his: for a
 * subscription until it is open, else for the answer as a whole.
 */
async function inPublic(context: Context, answer: () => unknown, isFollowed: boolean): Promise<unknown> {
  if ((await context.access.publicTries.take(context.address)).isOver)
    throw new GraphQLError(PROBLEMS.TOO_MANY, { extensions: { code: 'TOO_MANY' } });
  if (!isFollowed) takeSameTime(context);
  const start = performance.now();
  try {
    return await answer();
  } finally {
    if (isFollowed) await untilStep(start);
  }
}

const PROBLEMS = {
  UNAUTHENTICATED: 'Sign in, or send the key of an API as `Authorization: Bearer …`.',
  FORBIDDEN: 'Not for you to ask.',
  TOO_MANY: 'Too many numbers for now: wait a minute, or sign in.',
} as const;

/** What keeps somebody from asking; null: nothing does. */
export function problemOf(asker: Asker, rule: RootRule): keyof typeof PROBLEMS | null {
  if (mayAsk(asker, rule)) return null;
  return asker.kind === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

function mayAsk({ kind, sight, isAdmin }: Asker, rule: RootRule): boolean {
  switch (rule) {
    case 'ANYONE':
      return true;
    case 'READER':
      return kind !== 'PUBLIC' || sight.length > 0;
    case 'MEMBER':
      return kind === 'OPERATOR' || kind === 'MEMBER' || kind === 'API_KEY';
    case 'PERSON':
      return kind === 'OPERATOR' || kind === 'MEMBER';
    case 'ADMIN':
      return (kind === 'OPERATOR' || kind === 'MEMBER') && isAdmin;
    case 'OPERATOR':
      return sight === 'ALL';
    case 'OPERATOR_ADMIN':
      return sight === 'ALL' && isAdmin;
  }
}
