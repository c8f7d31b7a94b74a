import { builder } from '../builder.ts';
import type { Context } from '../context.ts';

const ServiceType = builder.objectRef<Context>('Service').implement({
  description: 'The service itself.',
  fields: (t) => ({
    now: t.field({
      type: 'DateTime',
      description: 'The service clock.',
      resolve: (c) => new Date(c.now()).toISOString(),
    }),
    clockRate: t.exposeFloat('clockRate', {
      description: 'Service seconds for each second of the wall clock.',
    }),
    sampleWorld: t.exposeBoolean('sampleWorld', { description: 'Whether the sample world is playing.' }),
    version: t.string({ description: 'Version of this build.', resolve: () => '0.1.0' }),
  }),
});

builder.queryField('service', (t) =>
  t.field({
    type: ServiceType,
    description: 'The service clock, and whether the sample world is playing.',
    resolve: (_, __, context) => context,
  }),
);
