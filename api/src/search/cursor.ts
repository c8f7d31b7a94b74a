import { LIST_SORTS, type ListSort } from 'graph-schema/cypher/search/page-summaries';
import { z } from 'zod';
import type { AccessService } from '../access/access-service.ts';

/** In what order a list stands. */
export interface ListOrdering {
  readonly sort: ListSort;
  readonly isDescending: boolean;
}

/** Where a page ended: the value that the list is sorted by (null: not known) and the id. */
export interface Cursor extends ListOrdering {
  readonly value: number | null;
  readonly id: string;
  /** The list stands by id alone, since whoever asks does not see what its order follows from. */
  readonly isById: boolean;
}

const SHAPE = z.tuple([
  z.enum(LIST_SORTS),
  z.boolean(),
  z.number().nullable(),
  z.string().max(200),
  z.boolean(),
]);
const LONGEST = 1000;

type Seals = Pick<AccessService, 'seal' | 'unseal'>;

/** Sealed: a page may end on what is looked through for whoever asks and not shown to him. */
export function cursorText({ sort, isDescending, value, id, isById }: Cursor, { seal }: Seals): string {
  return seal(JSON.stringify([sort, isDescending, value, id, isById]));
}

/** Null: it is none of a list in this order. */
export function readCursor(text: string, ordering: ListOrdering, { unseal }: Seals): Cursor | null {
  const opened = text.length > LONGEST ? null : unseal(text);
  if (opened === null) return null;
  const read = SHAPE.safeParse(JSON.parse(opened));
  if (!read.success) return null;
  const [sort, isDescending, value, id, isById] = read.data;
  const isSame = sort === ordering.sort && isDescending === ordering.isDescending;
  return isSame ? { sort, isDescending, value, id, isById } : null;
}

/** As stored lists are sorted: what has no value last, whichever way; of one value by id. */
export function compareCursors(a: Cursor, b: Cursor): number {
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
  const order = (a.value ?? 0) - (b.value ?? 0) || (a.id < b.id ? -1 : Number(a.id > b.id));
  return a.isDescending ? -order : order;
}
