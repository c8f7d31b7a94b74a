import { isoInstantOrNull } from 'graph-schema/domain/instant-text';
import type { RuleEdition, RuleSet } from 'graph-schema/domain/journey/journey-rules';
import { builder } from '../builder.ts';

const RuleSetEnum = builder.enumType('RuleSet', {
  description: 'Rules that belong together.',
  values: {
    EXCEPTIONS: { description: 'From when on something is an exception 异常规则.' },
    HOLDS: { description: 'What stops a cargo, and what ends the stop 扣留与解除.' },
    RELEASE: { description: 'What each place asks for before cargo may leave it 放行条件.' },
    MATCHING: { description: 'When several voices tell of one happening 事件归并.' },
    ETA: { description: 'When a told arrival takes the place of the one before 预计到达采信.' },
    TARIFFS: { description: 'Free days, and what a day costs 免费期与费率.' },
    HOLIDAYS: { description: 'Days off, by country 节假日.' },
  } satisfies Record<RuleSet, { description: string }>,
});

export const RuleEditionType = builder.objectRef<RuleEdition>('RuleEdition').implement({
  description: 'Which rules were applied.',
  fields: (t) => ({
    set: t.expose('set', { type: RuleSetEnum, description: 'Of what.' }),
    version: t.exposeString('version', { description: 'As their file names itself.' }),
    since: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Since when they are as they were applied; null: none of them has a date, or none had begun or ended by then.',
      resolve: ({ since }) => isoInstantOrNull(since),
    }),
    isChanged: t.exposeBoolean('isChanged', {
      description: 'Whether the operator, or the organisation that asks, has set some of them differently.',
    }),
  }),
});
