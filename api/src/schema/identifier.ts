import type { Identifier } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';
import { IdentifierSchemeEnum } from './enums.ts';

export const IdentifierType = builder.objectRef<Identifier>('Identifier').implement({
  description: 'A number and what kind it is.',
  fields: (t) => ({
    scheme: t.expose('scheme', { type: IdentifierSchemeEnum, description: 'Kind of number.' }),
    value: t.exposeString('value', { description: 'Normalised.' }),
  }),
});
