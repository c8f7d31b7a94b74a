import { isoInstant } from 'graph-schema/domain/instant-text';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import type { BoxesStanding } from '../ports/port-boxes.ts';
import type { PortNow } from '../ports/port-now.ts';
import { BoxesWaitingType } from './boxes-waiting.ts';
import { PlaceType } from './place.ts';
import { PortRunType } from './port-run.ts';

const BoxesStandingType = builder.objectRef<BoxesStanding>('BoxesStanding').implement({
  description: 'Boxes that the last move put down at a terminal 在场箱.',
  fields: (t) => ({
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'The port, with the terminal where the move names one.',
      resolve: ({ place }, _, c) => findPlaceView(place, c.places),
    }),
    count: t.int({ description: 'How many.', resolve: ({ containers }) => containers.length }),
  }),
});

export const PortNowType = builder.objectRef<PortNow>('PortNow').implement({
  description: 'A port as it stands, or stood at an instant, by the cargo that you may see and by nothing else.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'When: now by the service clock, or the instant looked back at.', resolve: ({ at }) => isoInstant(at) }),
    runs: t.field({
      type: [PortRunType],
      description: 'What came in the last three days, comes in the next three weeks, or goes, in order of time.',
      resolve: ({ runs }) => [...runs],
    }),
    standing: t.field({
      type: [BoxesStandingType],
      description: 'Boxes in the yards, by terminal, the fullest first.',
      resolve: ({ standing }) => [...standing],
    }),
    waiting: t.field({
      type: [BoxesWaitingType],
      description: 'Boxes that wait there, by reason; a reason without boxes is left out.',
      resolve: ({ waiting }) => [...waiting],
    }),
    isWaitingWithheld: t.exposeBoolean('isWaitingWithheld', {
      description: 'Of some of this cargo you may not see what keeps it: it is not counted among what waits.',
    }),
    isPartial: t.exposeBoolean('isPartial', {
      description: 'There is more cargo than was looked at, so that each count is at least so much: the 2,000 shipments of which something was received last; looking back, the 100 of which something was received soonest from that instant on, or else last before it.',
    }),
  }),
}); // prettier-ignore
