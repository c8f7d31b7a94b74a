import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ACTORS, EXCEPTION_KINDS, SEVERITIES } from '../domain/exceptions/exception.ts';
import { nameOf, problemOf, type ExceptionRules } from '../domain/exceptions/rules.ts';

const DATA = new URL('../../data/exception-rules.json', import.meta.url);

const rowShape = z.object({
  kind: z.enum(EXCEPTION_KINDS),
  of: z.string().nullable(),
  hours: z.number(),
  severity: z.enum(SEVERITIES),
  worseHours: z.number().nullable(),
  actor: z.enum(ACTORS),
});

const fileShape = z.object({
  rows: z.array(z.unknown()),
  cutOffs: z.array(z.object({ code: z.string(), for: z.enum(['CARGO', 'DOCUMENTS']) })),
});

let loaded: ExceptionRules | null = null;

/** The rules of `data/exception-rules.json`, read at the first call and kept. */
export function getExceptionRules(): ExceptionRules {
  loaded ??= readExceptionRules(JSON.parse(readFileSync(DATA, 'utf8')));
  return loaded;
}

/** Rules from what a file holds. Throws where one cannot be meant, and names the row. */
export function readExceptionRules(data: unknown): ExceptionRules {
  const file = fileShape.parse(data);
  const seen = new Set<string>();
  const rows = file.rows.map((written, index) => {
    const row = rowShape.safeParse(written);
    if (!row.success) {
      const [issue] = row.error.issues;
      throw new Error(`exception rule ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const name = nameOf(row.data);
    const problem = seen.has(name) ? 'stands twice' : problemOf(row.data);
    if (problem) throw new Error(`exception rule ${index + 1} (${name}): ${problem}`);
    seen.add(name);
    return row.data;
  });
  return { rows, cutOffs: new Map(file.cutOffs.map((cutOff) => [cutOff.code, cutOff.for])) };
}
