import { splitKey } from 'graph-schema/domain/identifier';
import type { Deviation } from 'graph-schema/domain/journey/deviation';
import type { OvertakenPlan } from 'graph-schema/domain/journey/overtaken';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { RoutingEnum } from './enums.ts';
import { IdentifierType } from './identifier.ts';
import { MilestoneType } from './milestone.ts';
import { PlaceType } from './place.ts';

export const DeviationType = builder.objectRef<Deviation>('Deviation').implement({
  description: 'How the way that it takes differs from the way that was planned.',
  fields: (t) => ({
    routing: t.expose('routing', { type: RoutingEnum, description: 'Whether it does.' }),
    misdirectedAt: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it came off against the plan; null while it is not misdirected.',
      resolve: (d, _, c) => findPlaceView(d.misdirectedAt, c.places),
    }),
    plannedTo: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where that ship, train or flight was to bring it; null while it is not misdirected.',
      resolve: (d, _, c) => findPlaceView(d.plannedTo, c.places),
    }),
  }),
});

export const OvertakenPlanType = builder.objectRef<OvertakenPlan>('OvertakenPlan').implement({
  description:
    'Plans for a ship, train or flight that it does not take, or for places where that one no longer brings it.',
  fields: (t) => ({
    run: t.field({
      type: IdentifierType,
      description: 'What was planned.',
      resolve: (plan) => splitKey(plan.run),
    }),
    by: t.field({
      type: IdentifierType,
      nullable: true,
      description:
        'What took its place: the same run where that is to bring it elsewhere now; null where it came off this very run before.',
      resolve: (plan) => plan.by && splitKey(plan.by),
    }),
    milestones: t.field({
      type: [MilestoneType],
      description: 'What was planned or estimated of it, by time.',
      resolve: (plan) => [...plan.milestones],
    }),
  }),
});
