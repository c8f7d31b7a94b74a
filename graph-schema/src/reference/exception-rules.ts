import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ACTORS, EXCEPTION_KINDS, SEVERITIES } from '../domain/exceptions/exception.ts';
import {
  forOrganisation,
  nameOf,
  problemOf,
  type ExceptionRules,
  type RuleChange,
} from '../domain/exceptions/rules.ts';

const DATA = new URL('../../data/exception-rules.json', import.meta.url);

const rowShape = z.object({
  kind: z.enum(EXCEPTION_KINDS),
  of: z.string().nullable(),
  hours: z.number(),
  severity: z.enum(SEVERITIES),
  worseHours: z.number().nullable(),
  actor: z.enum(ACTORS),
  counts: z.enum(['CALENDAR', 'WORKING']).default('CALENDAR'),
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

/** What an organisation sets differently, in its data folder. */
const CHANGES = 'exception-rules.json';

const changeShape = rowShape
  .extend({ counts: z.enum(['CALENDAR', 'WORKING']) })
  .partial()
  .required({ kind: true, of: true })
  .strict();

/**
 * The bundled rules with what the data folder's `exception-rules.json` sets differently on top; none there: as bundled.
 * Throws, naming the row, where a change cannot be meant: a limit that is not in force must not go unnoticed.
 */
export function loadExceptionRules(
  dataDirectory: string = process.env['THROUGHLINE_DATA'] ?? '.throughline',
): ExceptionRules {
  const file = join(dataDirectory, CHANGES);
  const bundled = getExceptionRules();
  if (!existsSync(file)) return bundled;
  return forOrganisation(bundled, readRuleChanges(JSON.parse(readFileSync(file, 'utf8'))));
}

/** Changes from what a file holds: `{ "rows": [{ "kind", "of", … what differs }] }`. */
export function readRuleChanges(data: unknown): RuleChange[] {
  const { rows } = z.object({ rows: z.array(z.unknown()) }).parse(data);
  return rows.map((written, index) => {
    const row = changeShape.safeParse(written);
    if (!row.success) throw new Error(`exception rule ${index + 1}: ${z.prettifyError(row.error)}`);
    const told = Object.entries(row.data).filter(([, value]) => value !== undefined);
    return Object.fromEntries(told) as unknown as RuleChange;
  });
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
