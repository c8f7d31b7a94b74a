import { builder } from '../builder.ts';
import { suggestionsFor, type Suggestion } from '../search/suggestions.ts';
import { asOfOrError, refused } from './as-of.ts';
import { IdentifierType } from './identifier.ts';

const SlipEnum = builder.enumType('Slip', {
  description: 'What went wrong while typing.',
  values: {
    NEIGHBOURS_SWAPPED: { description: 'Two characters side by side are swapped.' },
    CHARACTER_WRONG: { description: 'One character is another.' },
  } satisfies Readonly<Record<Suggestion['slip'], object>>,
});

const SuggestionType = builder.objectRef<Suggestion>('Suggestion').implement({
  description: 'A number that leads to a shipment, and is one slip away from what was typed.',
  fields: (t) => ({
    number: t.expose('number', { type: IdentifierType, description: 'The number.' }),
    slip: t.expose('slip', { type: SlipEnum, description: 'What is different.' }),
    at: t.exposeInt('at', { description: 'Where, counted from 0 in the text without separators.' }),
  }),
});

builder.queryField('suggestions', (t) =>
  t.field({
    type: [SuggestionType],
    complexity: ({ asOf }) => ({ field: asOf ? 1000 : 20, multiplier: 5 }),
    description:
      'What may have been meant by a number that leads nowhere: of what whoever asks may see, at most five.',
    args: {
      number: t.arg.string({ required: true, description: 'As a person typed it.' }),
      asOf: t.arg({ type: 'DateTime', description: asOfOrError }),
    },
    resolve: (_, { number, asOf }, context) =>
      suggestionsFor(number, asOf ? Date.parse(asOf) : null, context).catch(refused),
  }),
);
