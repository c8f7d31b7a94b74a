import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { JourneyException } from 'graph-schema/domain/exceptions/exception';
import { builder } from '../builder.ts';
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
    planned: t.string({
      nullable: true,
      description: 'Where it was to be discharged: UN/LOCODEs with commas between.',
      resolve: (f) => textOf(f['planned']),
    }),
  }),
});

function textOf(figure: Figures[string] | undefined): string | null {
  return typeof figure === 'string' ? figure : null;
}

function numberOf(figure: Figures[string] | undefined): number | null {
  return typeof figure === 'number' ? Math.round(figure) : null;
}

function runOf(figure: Figures[string] | undefined) {
  return typeof figure === 'string' ? splitKey(figure as IdentifierKey) : null;
}
