import { DateTimeISOResolver } from 'graphql-scalars';
import { builder } from '../builder.ts';

builder.scalarType('DateTime', {
  description: 'UTC instant, ISO 8601.',
  serialize: (value) => value,
  parseValue: (value) => DateTimeISOResolver.parseValue(value).toISOString(),
});
