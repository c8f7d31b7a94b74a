import { classifyNumber } from 'graph-schema/codes/classify';
import { splitKey, type Identifier, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { Milestone } from 'graph-schema/domain/journey/milestone';
import { builder } from '../builder.ts';
import { parkedOf } from '../journey/parked-of-number.ts';
import type { ParkedStatement } from '../journey/parked-statements.ts';
import { keyOf } from '../search/number-hits.ts';
import { IdentifierType } from './identifier.ts';
import { MilestoneType } from './milestone.ts';
import { ParkedStatementType } from './parked-statement.ts';

interface Parked {
  readonly box: Identifier;
  readonly statement: ParkedStatement;
  readonly contradicts: readonly Milestone[];
}

const ParkedOfNumberType = builder.objectRef<Parked>('ParkedOfNumber').implement({
  description: 'What somebody told of a box and what shows on no journey, with what speaks against it.',
  fields: (t) => ({
    box: t.expose('box', { type: IdentifierType, description: 'The box.' }),
    statement: t.expose('statement', { type: ParkedStatementType, description: 'What is told, and why it shows on none.' }),
    contradicts: t.field({
      type: [MilestoneType],
      description: 'What else is told of the box and still stands that it contradicts, in order of time; empty unless CONTRADICTED.',
      resolve: ({ contradicts }) => [...contradicts],
    }),
  }),
}); // prettier-ignore

builder.queryField('parkedOfNumber', (t) =>
  t.field({
    type: [ParkedOfNumberType],
    complexity: { field: 10, multiplier: 10 },
    description:
      'What is told of a box, or of boxes with a paper, and shows on no journey because it fits none: the newest 200 claims, in order of time.',
    args: {
      number: t.arg.string({ required: true, description: 'As a person has it: any case, blanks, dashes.' }),
    },
    resolve: async (_, { number }, { graph }) => {
      const keys = classifyNumber(number).map(keyOf);
      const found = keys.length > 0 ? await parkedOf(graph, keys) : [];
      return found.map(({ box, ...parked }) => ({ box: splitKey(box as IdentifierKey), ...parked }));
    },
  }),
);
