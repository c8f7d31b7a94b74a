import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { opaqueText, readOpaque } from '../opaque.ts';

/** A page in the form of Relay: each with its place, and how the page lies among the others. */
export interface Connected<T> {
  readonly edges: { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

interface PlaceOfPage {
  readonly hasMore: boolean;
  /** Behind which cursor it began; null: at the start. */
  readonly after: string | null | undefined;
  /** Where it stopped looking, which may be behind the last; null or left out: at the last. */
  readonly end?: string | null;
}

export function connected<T>(
  nodes: readonly T[],
  cursorOf: (node: T) => string,
  { hasMore, after, end = null }: PlaceOfPage,
): Connected<T> {
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: hasMore,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: end ?? edges.at(-1)?.cursor ?? null,
    },
  };
}

/** What is on a page. Pothos allows pages whose edges are yet to come; those of `connected` never are. */
export function nodesOf<T>(page: object): T[] {
  return (page as Connected<T>).edges.map(({ node }) => node);
}

/** Where the next page begins; null: this is the last. */
export function nextOf(page: object): string | null {
  const { hasNextPage, endCursor } = (page as Connected<unknown>).pageInfo;
  return hasNextPage ? endCursor : null;
}

/** Something in an order by instant, those of one instant by id. */
interface Dated {
  readonly at: number;
  readonly id: string;
}

const PLACE = z.tuple([z.number(), z.string()]);

/** Good even when what stood there is gone. */
export function datedCursor({ at, id }: Dated): string {
  return opaqueText([at, id]);
}

/** Null: none was given. Throws where it is no cursor. */
export function readDatedCursor(text: string | null | undefined): Dated | null {
  if (text === null || text === undefined) return null;
  const place = readOpaque(text, PLACE);
  if (place) return { at: place[0], id: place[1] };
  throw new GraphQLError('The cursor is none of this list.', { extensions: { code: 'BAD_CURSOR' } });
}
