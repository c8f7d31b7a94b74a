import { changeAccounts } from '../access/change-accounts.ts';
import { builder } from '../builder.ts';
import { NotFoundError } from '../errors.ts';

interface Replayed {
  readonly id: string;
  readonly waited: boolean;
}

const ReplayedType = builder.objectRef<Replayed>('ReplayedMessage').implement({
  description: 'A message is read again, under the profile and the code of today.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the raw message.' }),
    waited: t.exposeBoolean('waited', {
      description: 'Whether it was about to be read already, so that nothing was added.',
    }),
  }),
});

builder.mutationField('replayMessage', (t) =>
  t.field({
    type: ReplayedType,
    errors: {
      types: [NotFoundError],
      union: { description: 'That it is read again, or that it is not stored.' },
    },
    description:
      'Has one stored message read again, whatever became of it. Its time of receipt is kept; what it says today takes the place of what it said. A dead letter that fails again stays one.',
    args: { id: t.arg.id({ required: true, description: '`<source>:<SHA-256>`.' }) },
    resolve: async (_, { id }, context) => {
      const asked = await changeAccounts(context, 'replayMessage', () => context.ingest.replay(id), () => id);
      if (!asked) throw new NotFoundError(`The message ${id}`);
      return { id, ...asked };
    },
  }),
); // prettier-ignore
