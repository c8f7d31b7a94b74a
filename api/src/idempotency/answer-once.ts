import { getOperationAST, GraphQLError, Kind, OperationTypeNode, type ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { credentialsOf } from '../access/credentials.ts';
import { ROOT_RULES } from '../access/root-rules.ts';
import type { Context } from '../context.ts';
import { fingerprintOf } from './fingerprint.ts';
import { holdKey } from './held-key.ts';
import { idempotencyKeyOf, NO_KEY } from './idempotency-key.ts';
import { keepItsAnswer, letGo, takeKey, type Named, type Refusal } from './take-key.ts';

/**
 * A mutation that is sent again with the same `Idempotency-Key` by the same asker within 24 hours acts once, and is answered as the
 * first time (draft-ietf-httpapi-idempotency-key-header, 2.6 and 2.7). Typed errors are answers, too; what failed may be tried again.
 */
export function answerOnce(): Plugin<Context> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const context: Context = args.contextValue;
      const { access, log, request } = context;
      if (!request || !isKept(args, context)) return;
      const key = idempotencyKeyOf(request.headers);
      if (key === null) return;
      if (key === NO_KEY) return setResultAndStopExecution(refusal('KEY_INVALID'));
      const named = namedBy(context, request, key, args);
      const taken = await takeKey(access, named);
      if (taken.outcome === 'REPEAT') return setResultAndStopExecution({ data: taken.data });
      if (taken.outcome === 'REFUSE') return setResultAndStopExecution(refusal(taken.why, taken.subject));
      holdKey(request, taken.key);
      return {
        async onExecuteDone({ result }) {
          try {
            if (Symbol.asyncIterator in result || result.errors?.length) await letGo(access, taken.key);
            else await keepItsAnswer(access, taken.key, named, result.data);
          } catch (error) {
            // It is answered all the same; whoever asks again is told that it was done.
            log.error({ err: error }, 'answer to an idempotency key not kept');
          }
        },
      };
    },
  };
}

function namedBy({ asker }: Context, { headers }: Request, key: string, args: ExecutionArgs): Named {
  const { bearer, session } = credentialsOf(headers.get('authorization'), headers.get('cookie'));
  return {
    actor: `${asker.kind} ${asker.actor}`,
    key,
    token: bearer ?? session ?? '',
    fingerprint: fingerprintOf(args),
  };
}

/** Mutations of somebody who is known. Signing in and out sets the session of a browser, which no kept answer does. */
function isKept({ document, operationName }: ExecutionArgs, { asker }: Context): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION || asker.kind === 'PUBLIC') return false;
  return operation.selectionSet.selections.every(
    (field) => field.kind !== Kind.FIELD || ROOT_RULES[`Mutation.${field.name.value}`] !== 'ANYONE',
  );
}

const REFUSALS: Readonly<Record<Refusal | 'KEY_INVALID', { status: number; message: string }>> = {
  KEY_INVALID: { status: 400, message: 'Idempotency-Key: 1 to 255 printable characters, such as a UUID.' },
  KEY_REUSED: { status: 422, message: 'This Idempotency-Key was sent with another mutation or other variables.' },
  KEY_IN_USE: { status: 409, message: 'The mutation with this Idempotency-Key is still under way: ask again.' },
  ANSWER_LOST: {
    status: 409,
    message:
      'The mutation with this Idempotency-Key was done, and is not done again. Its answer was lost, or is for another session to read.',
  },
}; // prettier-ignore

function refusal(why: Refusal | 'KEY_INVALID', subject: string | null = null) {
  const { status, message } = REFUSALS[why];
  const extensions = { code: `IDEMPOTENCY_${why}`, ...(subject && { subject }), http: { status } };
  return { errors: [new GraphQLError(message, { extensions })] };
}
