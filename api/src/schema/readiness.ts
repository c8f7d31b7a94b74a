import type { Readiness } from 'graph-schema/domain/release/readiness';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { PresenceEnum, RegimeEnum, VerdictEnum } from './enums.ts';
import { PlaceType } from './place.ts';
import { ProofNodeType } from './proof-node.ts';

export const ReadinessType = builder.objectRef<Readiness>('Readiness').implement({
  description: 'Whether a box may leave a place that customs must let it leave.',
  fields: (t) => ({
    container: t.exposeString('container', {
      nullable: true,
      description: 'The box; null: the whole of a cargo without boxes.',
    }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where; null where the place was told in words that name none.',
      resolve: (r, _, c) => findPlaceView(r.place, c.places),
    }),
    regime: t.expose('regime', { type: RegimeEnum, description: 'Why customs must let it go.' }),
    presence: t.expose('presence', { type: PresenceEnum, description: 'Whether it is at the place.' }),
    verdict: t.expose('verdict', { type: VerdictEnum, description: 'Whether it may leave.' }),
    blocking: t.expose('blocking', {
      type: ProofNodeType,
      nullable: true,
      description: 'The first condition that keeps it; null unless NOT_READY.',
    }),
    proof: t.expose('proof', {
      type: ProofNodeType,
      description: 'All conditions, in the order in which they are usually met.',
    }),
  }),
});
