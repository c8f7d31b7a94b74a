import { z } from 'zod';
import { ACTORS, EXCEPTION_KINDS, SEVERITIES } from '../domain/exceptions/exception.ts';
import { nameOf, problemOf, type ExceptionRules } from '../domain/exceptions/rules.ts';
import { oneInForce } from './in-force.ts';
import { ruleFile } from './rule-file.ts';

const rowShape = z.object({
  kind: z.enum(EXCEPTION_KINDS),
  of: z.string().nullable(),
  hours: z.number(),
  severity: z.enum(SEVERITIES),
  worseHours: z.number().nullable(),
  actor: z.enum(ACTORS),
  counts: z.enum(['CALENDAR', 'WORKING']).default('CALENDAR'),
  limit: z.number().nullable().default(null),
  worseLimit: z.number().nullable().default(null),
});

const mode = z.enum(['VESSEL', 'BARGE', 'RAIL', 'AIR', 'TRUCK']).nullable();

/** How long a change of carriage takes at least. */
export const transferShape = z.object({ from: mode, to: mode, hours: z.number().nonnegative() });
/** How far a told arrival is off where nothing is known of its teller. */
export const etaBandShape = z.object({
  percent: z.number().nonnegative(),
  hoursMin: z.number().nonnegative(),
});
/** What a closing of some code asks for. */
export const cutOffShape = z.object({ code: z.string(), for: z.enum(['CARGO', 'DOCUMENTS']) });

const fileShape = z.object({
  rows: z.array(z.unknown()),
  transfers: z.array(transferShape).default([]),
  etaBand: oneInForce(etaBandShape).default({ percent: 0, hoursMin: 0 }),
  cutOffs: z.array(cutOffShape),
});

/** `data/exception-rules.json`. */
export const EXCEPTION_RULES = ruleFile('exception-rules.json', readExceptionRules);

/** The bundled rules as in force at an instant (epoch milliseconds); left out: in the end. */
export function getExceptionRules(at = Infinity): ExceptionRules {
  return EXCEPTION_RULES.at(at);
}

/** A row of which only what differs is told. */
export const ruleChangeShape = rowShape
  .extend({
    counts: z.enum(['CALENDAR', 'WORKING']),
    limit: z.number().nullable(),
    worseLimit: z.number().nullable(),
  })
  .partial()
  .required({ kind: true, of: true })
  .strict();

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
  const { transfers, etaBand } = file;
  return {
    rows,
    cutOffs: new Map(file.cutOffs.map((cutOff) => [cutOff.code, cutOff.for])),
    transfers,
    etaBand,
  };
}
