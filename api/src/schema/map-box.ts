import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';

export const BoxInput = builder.inputType('MapBox', {
  description: 'A view of a map, degrees, WGS 84. Where `west` is greater than `east` it goes across the date line.',
  fields: (t) => ({
    west: t.float({ required: true, description: '-180 to 180.' }),
    south: t.float({ required: true, description: '-90 to 90.' }),
    east: t.float({ required: true, description: '-180 to 180.' }),
    north: t.float({ required: true, description: '-90 to 90.' }),
  }),
}); // prettier-ignore

export function checkedBox(box: typeof BoxInput.$inferInput): typeof BoxInput.$inferInput {
  const { west, south, east, north } = box;
  const isOnEarth = [west, east].every((one) => Math.abs(one) <= 180) && south >= -90 && north <= 90 && south <= north;
  if (isOnEarth) return box;
  throw new GraphQLError('That is no part of a map.', { extensions: { code: 'BAD_BOX' } });
} // prettier-ignore
