import { LIST_SORTS } from 'graph-schema/cypher/search/page-summaries';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { open, seal } from '../seal.ts';
import { cursorText, readCursor } from './cursor.ts';

const seals = {
  seal: (text: string) => seal(text, 'a secret', 'whoever asks'),
  unseal: (text: string) => open(text, 'a secret', 'whoever asks'),
};

it('reads again what it wrote, in that order alone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LIST_SORTS),
      fc.boolean(),
      fc.option(fc.integer()),
      fc.string({ maxLength: 50 }),
      fc.boolean(),
      (sort, isDescending, value, id, isById) => {
        const cursor = { sort, isDescending, value, id, isById };
        expect(readCursor(cursorText(cursor, seals), cursor, seals)).toEqual(cursor);
        expect(
          readCursor(cursorText(cursor, seals), { sort, isDescending: !isDescending }, seals),
        ).toBeNull();
      },
    ),
  );
});

it('is none for whatever else anybody sends', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCursor(text, { sort: 'urgency', isDescending: true }, seals)).toBeNull();
    }),
  );
});

it('tells nothing of where it stands: a page may end on what is not shown', () => {
  const cursor = {
    sort: 'releasedAt',
    isDescending: true,
    value: 1_784_000_000_000,
    id: 'shp_unseen',
    isById: false,
  } as const;
  const bytes = Buffer.from(cursorText(cursor, seals), 'base64url').toString('latin1');
  expect(bytes).not.toContain('1784000000000');
  expect(bytes).not.toContain('shp_unseen');
});
