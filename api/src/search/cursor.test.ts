import { LIST_SORTS } from 'graph-schema/cypher/search/page-summaries';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cursorText, readCursor } from './cursor.ts';

it('reads again what it wrote, in that order alone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LIST_SORTS),
      fc.boolean(),
      fc.option(fc.integer()),
      fc.string({ maxLength: 50 }),
      (sort, isDescending, value, id) => {
        const cursor = { sort, isDescending, value, id };
        expect(readCursor(cursorText(cursor), cursor)).toEqual(cursor);
        expect(readCursor(cursorText(cursor), { sort, isDescending: !isDescending })).toBeNull();
      },
    ),
  );
});

it('is none for whatever else anybody sends', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCursor(text, { sort: 'urgency', isDescending: true })).toBeNull();
    }),
  );
});
