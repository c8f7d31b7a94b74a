import { changeAccounts } from '../access/change-accounts.ts';
import { builder } from '../builder.ts';
import type { ReadAgain } from '../ingest-client.ts';

const WaitingType = builder.enumType('WaitingMessages', {
  description: 'Messages that wait for an operator.',
  values: {
    NOT_ENTITLED: { description: 'Of which something was not taken, as their source may not speak of it.' },
    DEAD: { description: 'Dead letters.' },
  },
});

const ReadAgainType = builder.objectRef<ReadAgain>('ReadAgain').implement({
  description: 'Messages are read again, under the profile and the code of today.',
  fields: (t) => ({
    reread: t.exposeInt('reread', { description: 'How many, the oldest first.' }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether there are more: ask again.' }),
  }),
});

builder.mutationField('readAgain', (t) =>
  t.field({
    type: ReadAgainType,
    description:
      'Has what waits of a source read again: after its profile was widened, or after what made messages fail is gone.',
    args: {
      source: t.arg.string({ required: true, description: 'Id of the source.' }),
      which: t.arg({ type: WaitingType, required: true, description: 'Which messages.' }),
      reason: t.arg.string({ description: 'With NOT_ENTITLED: for this reason alone.' }),
    },
    resolve: async (_, { source, which, reason = null }, context) => {
      const ask = () => context.ingest.readAgain({ source, which, reason });
      const asked = await changeAccounts(context, 'readAgain', ask, () => source);
      return asked ?? { reread: 0, hasMore: false };
    },
  }),
);
