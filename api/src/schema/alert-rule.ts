import type { AlertReaderRow, AlertRuleRow } from 'graph-schema/cypher/feed/alert-rules';
import type { AlertLanguage, AlertState } from 'graph-schema/domain/alert/alert-rule';
import { doubtOf, type RuleDoubt } from 'graph-schema/domain/alert/rule-doubt';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import type { Severity } from 'graph-schema/domain/exceptions/exception';
import { splitKey } from 'graph-schema/domain/identifier';
import { isoInstant } from 'graph-schema/domain/instant-text';
import { findOwnAddress, listOwn } from '../alerts/own-rules.ts';
import { builder } from '../builder.ts';
import { NodeInterface } from './node-interface.ts';
import { ExceptionKindEnum, named, SeverityEnum } from './enums.ts';
import { IdentifierType } from './identifier.ts';

const AlertStateEnum = named('AlertState', 'Whether a rule is followed.', {
  ENABLED: 'It is.',
  PAUSED: 'Somebody paused it; it goes on where it stopped.',
} satisfies Record<AlertState, string>);

const RuleDoubtEnum = named('AlertRuleDoubt', 'Why a rule waits for something in vain, until it is changed.', {
  NO_NUMBER: 'It names numbers, none of which could be read: it means no cargo.',
  UNKNOWN_CODE: 'It names a status that there is none of.',
} satisfies Record<RuleDoubt, string>); // prettier-ignore

export const AlertLanguageEnum = builder.enumType('AlertLanguage', {
  description: 'A language of letters.',
  values: {
    EN: { value: 'en', description: 'English.' },
    ZH_CN: { value: 'zh-CN', description: 'Simplified Chinese 简体中文.' },
  } satisfies Record<string, { value: AlertLanguage; description: string }>,
});

export const AlertAddressType = builder.objectRef<AlertReaderRow>('AlertAddress').implement({
  description: 'Where letters to a person go.',
  fields: (t) => ({
    address: t.exposeString('address', { description: 'Of e-mail.' }),
    language: t.field({
      type: AlertLanguageEnum,
      description: 'That they are written in.',
      resolve: ({ language }) => language as AlertLanguage,
    }),
  }),
});

const filterOf = ({ filter }: AlertRuleRow) => JSON.parse(filter) as FeedFilter;

export const AlertRuleType = builder.objectRef<AlertRuleRow>('AlertRule').implement({
  description:
    'What a person is told of by e-mail 提醒规则: his own, and of what he may see when it is sent.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id.' }),
    name: t.exposeString('name', { description: 'What he calls it.' }),
    watchList: t.id({
      nullable: true,
      description:
        'Of what is in this watch list; null: of `numbers`, and where those are null, too, of all cargo that he may see.',
      resolve: (row) => filterOf(row).watchList,
    }),
    numbers: t.field({
      type: [IdentifierType],
      nullable: true,
      description: 'Of what these numbers lead to, each of what it can be.',
      resolve: (row) => filterOf(row).numbers?.map(splitKey),
    }),
    codes: t.stringList({
      description: 'Statuses that are told once they happened.',
      resolve: (row) => [...(filterOf(row).codes ?? [])],
    }),
    exceptions: t.field({
      type: [ExceptionKindEnum],
      description: 'Exceptions that are told when they open or become graver.',
      resolve: (row) => [...(filterOf(row).exceptions ?? [])],
    }),
    severity: t.field({
      type: SeverityEnum,
      nullable: true,
      description: 'Less grave ones are not told; null: all are.',
      resolve: ({ severity }) => severity as Severity | null,
    }),
    etaHours: t.exposeInt('etaHours', {
      nullable: true,
      description:
        'The best ETA is told when it has moved by so many hours from what was told last; null: it is not.',
    }),
    zone: t.exposeString('zone', { description: 'IANA zone of the times below.' }),
    quietFrom: t.exposeInt('quietFrom', {
      nullable: true,
      description: 'Quiet hours begin: minutes after midnight; null: there are none.',
    }),
    quietUntil: t.exposeInt('quietUntil', {
      nullable: true,
      description: 'They end: what came in them is told together then.',
    }),
    digestAt: t.exposeInt('digestAt', {
      nullable: true,
      description:
        'All of a day is told together at this time, minutes after midnight; null: as it comes, what comes within a minute together.',
    }),
    state: t.field({
      type: AlertStateEnum,
      description: 'Whether it is followed.',
      resolve: ({ state }) => state as AlertState,
    }),
    doubt: t.field({
      type: RuleDoubtEnum,
      nullable: true,
      description: 'Why it waits for something in vain; null: it does not.',
      resolve: (row) => doubtOf(filterOf(row)),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was made, wall clock.',
      resolve: ({ createdAt }) => isoInstant(createdAt),
    }),
  }),
});

builder.queryField('alertRules', (t) =>
  t.field({
    type: [AlertRuleType],
    description: 'Your own alert rules, the oldest first.',
    resolve: (_, __, context) => listOwn(context),
  }),
);

builder.queryField('alertAddress', (t) =>
  t.field({
    type: AlertAddressType,
    nullable: true,
    description: 'Where letters to you go; null: you have not said yet.',
    resolve: (_, __, context) => findOwnAddress(context),
  }),
);
