import { z } from '@hono/zod-openapi';
import type { EventPage } from './event-pages.ts';

const NAME = 'Throughline-Partial';

/** Says of a page of events that cargo is left out of its list; none where it is whole. */
export function partialHeader({ isPartial }: Pick<EventPage<unknown>, 'isPartial'>): Record<string, string> {
  return isPartial ? { [NAME]: 'AS_OF_TOO_LARGE' } : {};
}

export const PARTIAL_WORDS = 'Some cargo hangs together with too much to be looked back at, and is left out.';

/** For the description of an answer. */
export const partialHeaders = {
  [NAME]: z.string().optional().openapi({
    description: `An extension: \`AS_OF_TOO_LARGE\`. ${PARTIAL_WORDS} 部分货物关联过多，无法回溯，未列出。`,
  }),
}; // prettier-ignore
