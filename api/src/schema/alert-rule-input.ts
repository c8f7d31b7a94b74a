import type { InputShapeFromFields } from '@pothos/core';
import type { AlertRule } from 'graph-schema/domain/alert/alert-rule';
import { builder } from '../builder.ts';
import { AlertError } from '../errors.ts';
import { ExceptionKindEnum, SeverityEnum } from './enums.ts';
import { readFilter, unreadable } from './feed-filter.ts';

const HoursInput = builder.inputType('AlertHours', {
  description: 'When somebody is told. Times are minutes after midnight.',
  fields: (t) => ({
    zone: t.string({ required: true, description: 'IANA zone: `Asia/Shanghai`.' }),
    quietFrom: t.int({ description: 'Quiet hours begin, and …' }),
    quietUntil: t.int({ description: '… end; the smaller of both: on the next day. Both null: there are none.' }),
    digestAt: t.int({ description: 'All of a day together at this time; null: as it comes.' }),
  }),
}); // prettier-ignore

/** What a rule is made of. */
export const ruleArgs = builder.args((t) => ({
  name: t.string({ required: true, description: 'What you call it: letters name it.' }),
  watchList: t.id({ description: 'Of what is in this watch list when it is told; `followed`: what you follow by yourself.' }),
  numbers: t.stringList({ description: 'Or of what these numbers lead to. Both null: of all that you may see.' }),
  codes: t.stringList({ description: 'Statuses, once they happened.' }),
  exceptions: t.field({ type: [ExceptionKindEnum], description: 'Exceptions that open or become graver.' }),
  severity: t.field({ type: SeverityEnum, description: 'Only those at least so grave; null: all.' }),
  etaHours: t.int({ description: 'The best ETA moves by so many hours.' }),
  hours: t.field({ type: HoursInput, required: true, description: 'When.' }),
})); // prettier-ignore

/** As it is kept. */
export function ruleAsked(asked: InputShapeFromFields<typeof ruleArgs>): AlertRule {
  const { watchList, numbers, codes, exceptions, severity, etaHours, hours } = asked;
  const wrong = unreadable({ numbers, codes });
  if (wrong) throw new AlertError(wrong.code, wrong.message, wrong.value);
  const { zone, quietFrom, quietUntil, digestAt } = hours;
  const parts = etaHours == null ? {} : { parts: ['eta' as const] };
  return {
    // A list of no numbers is none: it would ask for no cargo at all.
    filter: readFilter({
      watchList,
      numbers: numbers?.length ? numbers : null,
      kinds: ['ADDED', 'DERIVED'],
      codes: codes ?? [],
      exceptions: exceptions ?? [],
      ...parts,
    }),
    severity: severity ?? null,
    etaHours: etaHours ?? null,
    hours: { zone, quietFrom: quietFrom ?? null, quietUntil: quietUntil ?? null, digestAt: digestAt ?? null },
  };
} // prettier-ignore
