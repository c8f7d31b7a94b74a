import { GraphQLError } from 'graphql';
import { noteListed } from '../access/note-listed.ts';
import { builder } from '../builder.ts';
import { lookUpMany, lookUpManyThen, type NumberLookup } from '../search/look-up-many.ts';
import { asOfOrError, refused } from './as-of.ts';
import { IdentifierType } from './identifier.ts';
import { ListedShipmentType } from './listed-shipment.ts';
import { CandidateType } from './lookup.ts';

const NUMBERS_MAX = 200;

const HitType = builder.objectRef<NumberLookup['hits'][number]>('NumberHit').implement({
  description: 'A shipment as lists show it, and the number that led to it.',
  fields: (t) => ({
    shipment: t.expose('shipment', { type: ListedShipmentType, description: 'The shipment.' }),
    via: t.expose('via', { type: IdentifierType, description: 'The number.' }),
  }),
});

const NumberLookupType = builder.objectRef<NumberLookup>('NumberLookup').implement({
  description: 'What one of many numbers stands for.',
  fields: (t) => ({
    query: t.exposeString('query', { description: 'As asked.' }),
    candidates: t.field({
      type: [CandidateType],
      description: 'What the number can be, best first, found or not.',
      resolve: (l) => [...l.candidates],
    }),
    hits: t.field({
      type: [HitType],
      description: 'Shipments that it leads to, best first; newest use of a box first.',
      resolve: (l) => [...l.hits],
    }),
    isPartial: t.exposeBoolean('isPartial', {
      description:
        'Of an instant: what it leads to hangs together with too much to be looked back at, so that it has no hits.',
    }),
  }),
});

builder.queryField('lookupMany', (t) =>
  t.field({
    type: [NumberLookupType],
    complexity: ({ numbers, asOf }) => ({
      field: asOf ? 1000 : 10,
      multiplier: Math.min(numbers.length, NUMBERS_MAX),
    }),
    description: `Finds what each of many numbers stands for, at most ${NUMBERS_MAX} in one request, in the order in which they are asked.`,
    args: {
      numbers: t.arg.stringList({ required: true, description: 'As people have them.' }),
      asOf: t.arg({ type: 'DateTime', description: asOfOrError }),
    },
    resolve: (_, { numbers, asOf }, context) => {
      if (numbers.length > NUMBERS_MAX)
        throw new GraphQLError(`At most ${NUMBERS_MAX} numbers in one request.`, {
          extensions: { code: 'TOO_MUCH' },
        });
      noteListed(context);
      return asOf
        ? lookUpManyThen(numbers, Date.parse(asOf), context).catch(refused)
        : lookUpMany(numbers, context);
    },
  }),
);
