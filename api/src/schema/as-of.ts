import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { AsOfError } from '../errors.ts';
import type { WithdrawnReason, WithdrawnStatus } from '../journey/as-of/since-then.ts';
import { ErrorInterface } from './error.ts';
import { EventTimeType } from './event-time.ts';

export const asOfArgument =
  'Answers exactly what was known at this instant: by what had been received by then and not been taken back by then. Null: now.';

/** Where the answer is no union: `refused` makes the error. */
export const asOfOrError = `${asOfArgument} An instant of which nothing can be known is an error whose extensions have the code, and \`from\` or \`to\`, of \`AsOfError\`.`;

/** An `AsOfError` as an error of its field; any other goes on as it is. */
export function refused(error: unknown): never {
  if (!(error instanceof AsOfError)) throw error;
  const { code, from, to } = error;
  throw new GraphQLError(error.message, { extensions: { code, from, to } });
}

builder.objectType(AsOfError, {
  name: 'AsOfError',
  description:
    'Nothing can be answered as of that instant: AS_OF_IN_FUTURE, AS_OF_BEFORE_SERVICE, AS_OF_NOT_YET_KNOWN or AS_OF_TOO_LARGE.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    from: t.expose('from', {
      type: 'DateTime',
      nullable: true,
      description: 'The earliest instant as of which something can be answered, where the one asked for was too early.',
    }),
    to: t.expose('to', {
      type: 'DateTime',
      nullable: true,
      description: 'The latest one, where the one asked for was too late.',
    }),
  }),
}); // prettier-ignore

const WithdrawnReasonEnum = builder.enumType('WithdrawnReason', {
  description: 'Why something that was known shows no more.',
  values: {
    TAKEN_BACK: { description: 'Who told it took it back, or told it otherwise 已撤回.' },
    NOT_PLACED: { description: 'It is still told, and fits no trip of the box any more 无法归属.' },
    ANOTHER_SHIPMENT: { description: 'It proved to be of another shipment 属于其他货物.' },
  } satisfies Record<WithdrawnReason, { description: string }>,
});

export const WithdrawnStatusType = builder.objectRef<WithdrawnStatus>('WithdrawnStatus').implement({
  description: 'What showed on a shipment at the instant looked back at, and shows on it no more.',
  fields: (t) => ({
    reason: t.expose('reason', { type: WithdrawnReasonEnum, description: 'Why.' }),
    code: t.exposeString('code', { description: 'What, in the canonical vocabulary.' }),
    time: t.expose('time', { type: EventTimeType, description: 'When it was said to happen.' }),
    milestoneId: t.exposeID('milestoneId', {
      nullable: true,
      description: 'The milestone that it was; null where it is another shipment’s, of which nothing more is told.',
    }),
  }),
}); // prettier-ignore
