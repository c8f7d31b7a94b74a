import { builder } from '../builder.ts';
import type { ParkedStatement } from '../journey/parked-statements.ts';
import { ParkReasonEnum } from './enums.ts';
import { MilestoneType } from './milestone.ts';

export const ParkedStatementType = builder.objectRef<ParkedStatement>('ParkedStatement').implement({
  description: 'What somebody told of a box and what shows on no journey, because it fits none.',
  fields: (t) => ({
    reason: t.expose('reason', { type: ParkReasonEnum, description: 'Why it shows on none.' }),
    milestone: t.expose('milestone', {
      type: MilestoneType,
      description: 'What is told, by whom, and where it is written.',
    }),
    against: t.idList({
      description: 'Claims that speak against it, as in `Voice.eventId`; empty unless CONTRADICTED.',
      resolve: (p) => [...p.against],
    }),
  }),
});
