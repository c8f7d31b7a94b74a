import { isoInstant } from 'graph-schema/domain/instant-text';
import { builder } from '../builder.ts';
import { inFuture } from '../journey/as-of/as-of-refusals.ts';
import { findPositionsThen, TOLD_MAX, type PositionsThen } from '../live/positions-then.ts';
import { asOfOrError, refused } from './as-of.ts';
import { BoxInput, checkedBox } from './map-box.ts';
import { MapPositionType } from './map-position.ts';

const PositionsAsOfType = builder.objectRef<PositionsThen>('PositionsAsOf').implement({
  description: 'Where things were in a view at an instant.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'The instant.', resolve: ({ at }) => isoInstant(at) }),
    positions: t.field({
      type: [MapPositionType],
      description: `The last position of each thing that had been received by then and was not older than a day, ${TOLD_MAX} things at most. One in five minutes is kept, without its course; what lies between two is not reckoned.`,
      resolve: ({ positions }) => [...positions],
    }),
    isPartial: t.exposeBoolean('isPartial', { description: 'There were more than are told: ask for a smaller view.' }),
  }),
}); // prettier-ignore

builder.queryField('positionsAsOf', (t) =>
  t.field({
    type: PositionsAsOfType,
    complexity: { field: 100, multiplier: 100 },
    description: 'Where ships and aircraft were in a view of a map; for operators trains, trucks and boxes, too.',
    args: {
      box: t.arg({ type: BoxInput, required: true, description: 'The view.' }),
      asOf: t.arg({ type: 'DateTime', required: true, description: asOfOrError }),
    },
    resolve: (_, { box, asOf }, { graph, asker, now }) => {
      const [at, present] = [Date.parse(asOf), now()];
      if (at > present) refused(inFuture(at, present));
      return findPositionsThen(graph, { box: checkedBox(box), at, sight: asker.sight });
    },
  }),
); // prettier-ignore
