import { changeOwn, createOwn, deleteOwn, saveOwnAddress, setOwnState } from '../alerts/own-rules.ts';
import { builder } from '../builder.ts';
import { AlertError, NotFoundError } from '../errors.ts';
import { AlertAddressType, AlertLanguageEnum, AlertRuleType } from './alert-rule.ts';
import { ruleArgs, ruleAsked } from './alert-rule-input.ts';

function found<T>(rule: T | null, id: string): T {
  if (rule === null) throw new NotFoundError(`Alert rule ${id}`);
  return rule;
}

builder.mutationFields((t) => {
  const id = t.arg.id({ required: true, description: 'Public id of the rule.' });
  const union = { description: 'The rule, or why not.' };
  return {
    saveAlertAddress: t.field({
      type: AlertAddressType,
      description: 'Has letters to you sent there, in a language, from now on: also those that are under way.',
      args: {
        address: t.arg.string({ required: true, description: 'One address of e-mail.' }),
        language: t.arg({ type: AlertLanguageEnum, required: true, description: 'That they are written in.' }),
      },
      errors: { types: [AlertError], union: { description: 'The address, or why not.' } },
      resolve: (_, { address, language }, context) => saveOwnAddress(context, address.trim(), language),
    }),
    createAlertRule: t.field({
      type: AlertRuleType,
      description: 'Has you told by e-mail of what comes from now on. Of `codes`, `exceptions` and `etaHours` at least one has to ask for something.',
      args: ruleArgs,
      errors: { types: [AlertError], union },
      resolve: (_, asked, context) => createOwn(context, asked.name, ruleAsked(asked)),
    }),
    changeAlertRule: t.field({
      type: AlertRuleType,
      description: 'Has it tell this from now on: all of it, also what is left out. What it found before, and whether it is paused, stays.',
      args: { ...ruleArgs, id },
      errors: { types: [AlertError, NotFoundError], union },
      resolve: async (_, asked, context) => found(await changeOwn(context, asked.id, asked.name, ruleAsked(asked)), asked.id),
    }),
    pauseAlertRule: t.field({
      type: AlertRuleType,
      description: 'Follows it no more until it is enabled; then it goes on where it stopped.',
      args: { id },
      errors: { types: [NotFoundError], union },
      resolve: async (_, args, context) => found(await setOwnState(context, 'pauseAlertRule', args.id, 'PAUSED'), args.id),
    }),
    enableAlertRule: t.field({
      type: AlertRuleType,
      description: 'Follows it again, from where it stopped.',
      args: { id },
      errors: { types: [NotFoundError], union },
      resolve: async (_, args, context) => found(await setOwnState(context, 'enableAlertRule', args.id, 'ENABLED'), args.id),
    }),
    deleteAlertRule: t.field({
      type: AlertRuleType,
      description: 'Forgets it, and what it was still to tell. Answers it as it was.',
      args: { id },
      errors: { types: [NotFoundError], union },
      resolve: async (_, args, context) => found(await deleteOwn(context, args.id), args.id),
    }),
  };
}); // prettier-ignore
