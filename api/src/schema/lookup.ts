import { classifyNumber } from 'graph-schema/codes/classify';
import type { Identifier } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { finderThen, nowFinder, type Finder } from '../search/finder.ts';
import { hitsOf, keyOf, type CandidateView } from '../search/number-hits.ts';
import { asOfOrError, refused } from './as-of.ts';
import { CheckDigitEnum, IdentifierSchemeEnum } from './enums.ts';
import { IdentifierType } from './identifier.ts';
import { ShipmentType } from './shipment.ts';

interface LookupView {
  readonly query: string;
  readonly candidates: readonly CandidateView[];
  readonly shipments: readonly { shipment: ShipmentView; via: Identifier }[];
}

export const CandidateType = builder.objectRef<CandidateView>('NumberCandidate').implement({
  description: 'One kind of number that the text can be.',
  fields: (t) => ({
    scheme: t.expose('scheme', { type: IdentifierSchemeEnum, description: 'Kind of number.' }),
    value: t.exposeString('value', { description: 'Normalised.' }),
    confidence: t.exposeFloat('confidence', { description: '0 to 1.' }),
    checkDigit: t.expose('checkDigit', {
      type: CheckDigitEnum,
      description: 'Whether the check digit fits.',
    }),
    repairs: t.stringList({ description: 'What was changed to read it.', resolve: (c) => [...c.repairs] }),
    found: t.exposeBoolean('found', { description: 'Whether anything hangs on it.' }),
  }),
});

const HitType = builder.objectRef<{ shipment: ShipmentView; via: Identifier }>('LookupHit').implement({
  description: 'A shipment and the number that led to it.',
  fields: (t) => ({
    shipment: t.expose('shipment', { type: ShipmentType, description: 'The shipment.' }),
    via: t.expose('via', { type: IdentifierType, description: 'The number.' }),
  }),
});

const LookupType = builder.objectRef<LookupView>('Lookup').implement({
  description: 'What a number stands for.',
  fields: (t) => ({
    query: t.exposeString('query', { description: 'As asked.' }),
    candidates: t.field({
      type: [CandidateType],
      description: 'What the number can be, best first, found or not.',
      resolve: (l) => [...l.candidates],
    }),
    shipments: t.field({
      type: [HitType],
      description: 'Shipments that it leads to, best first; newest use of a box first.',
      resolve: (l) => [...l.shipments],
    }),
  }),
});

builder.queryField('lookup', (t) =>
  t.field({
    type: LookupType,
    complexity: { field: 10, multiplier: 5 },
    description:
      'Finds what a number stands for. Tries every plausible kind at once and says what was repaired.',
    args: {
      number: t.arg.string({ required: true, description: 'As a person has it: any case, blanks, dashes.' }),
      asOf: t.arg({
        type: 'DateTime',
        description: asOfOrError,
      }),
    },
    resolve: (_, { number, asOf }, context) =>
      lookup(number, asOf ? finderThen(Date.parse(asOf), context) : nowFinder(context)).catch(refused),
  }),
);

async function lookup(query: string, finder: Finder): Promise<LookupView> {
  // A bill with and without its SCAC are candidates of their own: each is asked for as it is.
  const candidates = classifyNumber(query);
  const found = await finder.hits(candidates.map(keyOf));
  const { ids, top } = hitsOf(candidates, found);
  const shipments = await finder.shipments(top.map(({ id }) => id));
  return {
    query,
    candidates: candidates.map((one, index) => ({ ...one, found: (ids[index] ?? []).length > 0 })),
    shipments: top.flatMap(({ via }, index) => {
      const shipment = shipments[index];
      return shipment ? [{ shipment, via }] : [];
    }),
  };
}
