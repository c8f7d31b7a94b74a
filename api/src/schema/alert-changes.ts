import type { AlertRule } from 'graph-schema/domain/alert/alert-rule';
import { createOwn, deleteOwn, saveOwnAddress, setOwnState } from '../alerts/own-rules.ts';
import { builder } from '../builder.ts';
import { AlertError, NotFoundError } from '../errors.ts';
import { AlertAddressType, AlertLanguageEnum, AlertRuleType } from './alert-rule.ts';
import { ExceptionKindEnum, SeverityEnum } from './enums.ts';
import { readFilter } from './feed-filter.ts';

const HoursInput = builder.inputType('AlertHours', {
  description: 'When somebody is told. Times are minutes after midnight.',
  fields: (t) => ({
    zone: t.string({ required: true, description: 'IANA zone: `Asia/Shanghai`.' }),
    quietFrom: t.int({ description: 'Quiet hours begin, and …' }),
    quietUntil: t.int({ description: '… end; the smaller of both: on the next day. Both null: there are none.' }),
    digestAt: t.int({ description: 'All of a day together at this time; null: as it comes.' }),
  }),
}); // prettier-ignore

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
      args: {
        name: t.arg.string({ required: true, description: 'What you call it: letters name it.' }),
        watchList: t.arg.id({ description: 'Of what is in this watch list when it is told; `followed`: what you follow by yourself.' }),
        numbers: t.arg.stringList({ description: 'Or of what these numbers lead to. Both null: of all that you may see.' }),
        codes: t.arg.stringList({ description: 'Statuses, once they happened.' }),
        exceptions: t.arg({ type: [ExceptionKindEnum], description: 'Exceptions that open or become graver.' }),
        severity: t.arg({ type: SeverityEnum, description: 'Only those at least so grave; null: all.' }),
        etaHours: t.arg.int({ description: 'The best ETA moves by so many hours.' }),
        hours: t.arg({ type: HoursInput, required: true, description: 'When.' }),
      },
      errors: { types: [AlertError], union },
      resolve: (_, { name, watchList, numbers, codes, exceptions, severity, etaHours, hours }, context) => {
        const { zone, quietFrom, quietUntil, digestAt } = hours;
        const asked = { codes: codes ?? [], exceptions: exceptions ?? [], ...(etaHours == null ? {} : { parts: ['eta' as const] }) };
        return createOwn(context, name, {
          filter: readFilter({ watchList, numbers, kinds: ['ADDED', 'DERIVED'], ...asked }),
          severity: severity ?? null,
          etaHours: etaHours ?? null,
          hours: { zone, quietFrom: quietFrom ?? null, quietUntil: quietUntil ?? null, digestAt: digestAt ?? null },
        } satisfies AlertRule);
      },
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
