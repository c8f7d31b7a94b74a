import { builder } from '../builder.ts';
import { followPositions, type PositionsNews } from '../live/live-positions.ts';
import { BoxInput, checkedBox } from './map-box.ts';
import { MapPositionType } from './map-position.ts';

const LivePositionsType = builder.objectRef<PositionsNews>('LivePositions').implement({
  description: 'What changed in a view since the answer before; the first has all.',
  fields: (t) => ({
    moved: t.field({
      type: [MapPositionType],
      description: 'What moved, or came into it.',
      resolve: ({ moved }) => [...moved],
    }),
    left: t.idList({ description: 'What is not in it any more.', resolve: ({ left }) => [...left] }),
    hidden: t.exposeInt('hidden', {
      description: 'How many more there are: below zoom 9 one stands for its neighbours.',
    }),
  }),
});

builder.subscriptionField('livePositions', (t) =>
  t.field({
    type: LivePositionsType,
    description: 'Ships and aircraft that report where they are, in a view of a map; for operators trains, trucks and boxes, too. At most an answer a second, and what lies between two is left out.',
    args: {
      box: t.arg({ type: BoxInput, required: true, description: 'The view.' }),
      zoom: t.arg.int({ required: true, description: 'Zoom of the map, 0 to 22: how dense it may get.' }),
    },
    subscribe: (_, { box, zoom }, { fleet, asker, left, onSightChange }) => {
      let { sight } = asker;
      onSightChange?.((now) => {
        sight = now.sight;
      });
      const view = { box: checkedBox(box), zoom: Math.min(Math.max(zoom, 0), 22), sight: () => sight };
      return followPositions(fleet, view, left ?? new AbortController().signal);
    },
    resolve: (news: PositionsNews) => news,
  }),
); // prettier-ignore
