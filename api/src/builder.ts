import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.ts';

/** The schema builder and its plugins. It holds no definitions: those are in `schema/`, one file a type. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
}>({
  // ErrorsPlugin stands first, or failures of plugins behind it would stay top-level errors.
  plugins: [ErrorsPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true, defaultTypes: [] },
  // Public ids are global as they are, and say what they are of.
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: { description: 'In order.' },
    nodeFieldOptions: { description: 'What stands there.' },
    cursorFieldOptions: {
      description: 'Its place; opaque, and good for as long as the order stays the same.',
    },
    pageInfoFieldOptions: { description: 'How the page lies among the others.' },
    pageInfoTypeOptions: { description: 'How a page lies among the others.' },
    hasNextPageFieldOptions: { description: 'Whether more follow.' },
    hasPreviousPageFieldOptions: { description: 'Whether it began behind a cursor.' },
    startCursorFieldOptions: { description: 'Place of the first; null: the page is empty.' },
    endCursorFieldOptions: { description: 'Place of the last; null: the page is empty.' },
  },
  // What each field costs; what a request may cost is `query-cost.ts`.
  complexity: { defaultComplexity: 1, defaultListMultiplier: 5 },
});
