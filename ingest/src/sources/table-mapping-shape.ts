import { EVENT_CLASSIFIERS, EVENT_CODES } from 'graph-schema/domain/event-code';
import type { TableMapping } from 'graph-schema/domain/table-mapping';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});

/** A saved column mapping as people write it: in `sources.json`, and over HTTP. */
export const tableMapping = z.object({
  id: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/),
  name: z.string(),
  match: z.array(z.string()),
  sheet: z.string().nullable().default(null),
  columns: z.record(z.string(), z.array(z.string())),
  events: z
    .array(
      z.object({
        code: z.enum(EVENT_CODES),
        classifier: z.enum(EVENT_CLASSIFIERS),
        headers: z.array(z.string()),
        place: z.string().nullable().default(null),
      }),
    )
    .default([]),
  constants: names,
  codes: names,
  dateFormats: z.array(z.string()).default([]),
}) satisfies z.ZodType<TableMapping>;
