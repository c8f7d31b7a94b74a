import { builder } from '../builder.ts';
import {
  AccountError,
  AlertError,
  NotFoundError,
  SavedViewError,
  SignInError,
  UnknownMeaningError,
  WatchListError,
  WebhookError,
} from '../errors.ts';

export const ErrorInterface = builder.interfaceRef<Error & { code: string }>('Error').implement({
  description: 'What every typed error says.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'For a person, in English.' }),
    code: t.exposeString('code', { description: 'For a program; never changes.' }),
  }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'There is no such thing to see.',
  interfaces: [ErrorInterface],
});

builder.objectType(AccountError, {
  name: 'AccountError',
  description: 'An account cannot be so.',
  interfaces: [ErrorInterface],
});

builder.objectType(WebhookError, {
  name: 'WebhookError',
  description: 'A webhook cannot be so.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    value: t.exposeString('value', {
      nullable: true,
      description: 'What of it is wrong, as it was given; null: no one value.',
    }),
  }),
});

builder.objectType(WatchListError, {
  name: 'WatchListError',
  description: 'A watch list cannot be so.',
  interfaces: [ErrorInterface],
});

builder.objectType(AlertError, {
  name: 'AlertError',
  description: 'An alert rule, or where it tells, cannot be so.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    value: t.exposeString('value', {
      nullable: true,
      description: 'What of it is wrong, as it was given; null: no one value.',
    }),
  }),
});

builder.objectType(SavedViewError, {
  name: 'SavedViewError',
  description: 'A saved view cannot be so.',
  interfaces: [ErrorInterface],
});

builder.objectType(SignInError, {
  name: 'SignInError',
  description: 'Nobody was signed in.',
  interfaces: [ErrorInterface],
});

builder.objectType(UnknownMeaningError, {
  name: 'UnknownMeaningError',
  description: 'Nothing reads this meaning.',
  interfaces: [ErrorInterface],
});
