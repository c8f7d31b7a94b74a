import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { JourneyException } from 'graph-schema/domain/exceptions/exception';
import type { OddsBasis } from 'graph-schema/domain/exceptions/connection-odds';
import { builder } from '../builder.ts';
import { OddsBasisEnum } from './enums.ts';
import { IdentifierType } from './identifier.ts';

type Figures = JourneyException['figures'];

export const ExceptionFiguresType = builder.objectRef<Figures>('ExceptionFigures').implement({
  description: 'What is measured. Null where a kind of exception has no such figure.',
  fields: (t) => ({
    since: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When that began which lasts too long.',
      resolve: (f) => textOf(f['since']),
    }),
    limitHours: t.int({
      nullable: true,
      description: 'Hours that it may last.',
      resolve: (f) => numberOf(f['limitHours']),
    }),
    until: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The deadline.',
      resolve: (f) => textOf(f['until']),
    }),
    delayHours: t.int({
      nullable: true,
      description: 'Hours by which the other ship leaves later.',
      resolve: (f) => numberOf(f['delayHours']),
    }),
    fromRun: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The ship that it was planned on.',
      resolve: (f) => runOf(f['from']),
    }),
    toRun: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The ship that it is planned on now.',
      resolve: (f) => runOf(f['to']),
    }),
    sealsBefore: t.string({
      nullable: true,
      description: 'Seals as told before, with commas between.',
      resolve: (f) => textOf(f['before']),
    }),
    sealsAfter: t.string({
      nullable: true,
      description: 'Seals as told since.',
      resolve: (f) => textOf(f['after']),
    }),
    tariff: t.string({
      nullable: true,
      description: 'The tariff that a free time was counted by; null: it was told.',
      resolve: (f) => textOf(f['tariff']),
    }),
    isConfirmed: t.boolean({
      nullable: true,
      description:
        'False: the tariff is a sample of common practice, and nobody concerned says so. Null: by no tariff.',
      resolve: ({ basis }) => (basis === 'TARIFF' ? true : basis === 'UNCONFIRMED' ? false : null),
    }),
    odds: t.float({
      nullable: true,
      description: 'Odds that a connection is missed, from 0 to 1, as it stood when something was told last.',
      resolve: (f) => measureOf(f['odds']),
    }),
    oddsBasis: t.field({
      type: OddsBasisEnum,
      nullable: true,
      description: 'On what the odds rest.',
      resolve: (f) => (textOf(f['oddsBasis']) as OddsBasis | null) ?? null,
    }),
    arrives: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When what brings it to a connection is told to come, or came.',
      resolve: (f) => textOf(f['arrives']),
    }),
    departs: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the next carriage leaves, or left.',
      resolve: (f) => textOf(f['departs']),
    }),
    inboundRun: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'What brings it to a connection.',
      resolve: (f) => runOf(f['inbound']),
    }),
    onwardRun: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'What takes it on from there.',
      resolve: (f) => runOf(f['onward']),
    }),
    inboundName: t.string({
      nullable: true,
      description: 'The name of what brings it, with its voyage.',
      resolve: (f) => textOf(f['inboundName']),
    }),
    onwardName: t.string({
      nullable: true,
      description: 'The name of what takes it on, with its voyage.',
      resolve: (f) => textOf(f['onwardName']),
    }),
    step: t.string({
      nullable: true,
      description: 'The code of the step that is overdue.',
      resolve: (f) => textOf(f['step']),
    }),
    says: t.string({
      nullable: true,
      description: 'What these papers say, in their order, with slashes between.',
      resolve: (f) => textOf(f['says']),
    }),
    papers: t.string({
      nullable: true,
      description:
        'Papers that do not all agree: BILL, MANIFEST, DECLARATION, PACKING_LIST, BOOKING, with commas between.',
      resolve: (f) => textOf(f['papers']),
    }),
    measured: t.float({
      nullable: true,
      description: 'The temperature furthest out, in degrees Celsius.',
      resolve: (f) => measureOf(f['measured']),
    }),
    min: t.float({
      nullable: true,
      description: 'The lowest that was allowed, in degrees Celsius.',
      resolve: (f) => measureOf(f['min']),
    }),
    max: t.float({
      nullable: true,
      description: 'The highest that was allowed, in degrees Celsius.',
      resolve: (f) => measureOf(f['max']),
    }),
    source: t.string({
      nullable: true,
      description: 'The source, or the ship, that is silent; `since`: when it was heard last.',
      resolve: (f) => textOf(f['source']),
    }),
    planned: t.string({
      nullable: true,
      description:
        'Where it was to be discharged, or where its ship was to call: UN/LOCODEs with commas between.',
      resolve: (f) => textOf(f['planned']),
    }),
    offNm: t.int({
      nullable: true,
      description:
        'Nautical miles from every way that it is expected to take, beyond which it is by its positions.',
      resolve: (f) => numberOf(f['offNm']),
    }),
  }),
});

function textOf(figure: Figures[string] | undefined): string | null {
  return typeof figure === 'string' ? figure : null;
}

function numberOf(figure: Figures[string] | undefined): number | null {
  return typeof figure === 'number' ? Math.round(figure) : null;
}

function measureOf(figure: Figures[string] | undefined): number | null {
  return typeof figure === 'number' ? figure : null;
}

function runOf(figure: Figures[string] | undefined) {
  return typeof figure === 'string' ? splitKey(figure as IdentifierKey) : null;
}
