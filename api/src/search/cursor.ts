import { LIST_SORTS, type ListSort } from 'graph-schema/cypher/search/page-summaries';
import { z } from 'zod';
import { opaqueText, readOpaque } from '../opaque.ts';

/** In what order a list stands. */
export interface ListOrdering {
  readonly sort: ListSort;
  readonly isDescending: boolean;
}

/** Where a page ended: the value that the list is sorted by (null: not known) and the id; opaque to whoever keeps it. */
export interface Cursor extends ListOrdering {
  readonly value: number | null;
  readonly id: string;
}

const SHAPE = z.tuple([z.enum(LIST_SORTS), z.boolean(), z.number().nullable(), z.string().max(200)]);
const LONGEST = 500;

export function cursorText({ sort, isDescending, value, id }: Cursor): string {
  return opaqueText([sort, isDescending, value, id]);
}

/** Null: it is none of a list in this order. */
export function readCursor(text: string, ordering: ListOrdering): Cursor | null {
  if (text.length > LONGEST) return null;
  const read = readOpaque(text, SHAPE);
  if (!read) return null;
  const [sort, isDescending, value, id] = read;
  const isSame = sort === ordering.sort && isDescending === ordering.isDescending;
  return isSame ? { sort, isDescending, value, id } : null;
}
