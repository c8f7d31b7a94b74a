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
  limit: z.number().nullable().default(null),
  worseLimit: z.number().nullable().default(null),
});

const mode = z.enum(['VESSEL', 'BARGE', 'RAIL', 'AIR', 'TRUCK']).nullable();

const fileShape = z.object({
  rows: z.array(z.unknown()),
  transfers: z.array(z.object({ from: mode, to: mode, hours: z.number().nonnegative() })).default([]),
  etaBand: z
    .object({ percent: z.number().nonnegative(), hoursMin: z.number().nonnegative() })
    .default({ percent: 0, hoursMin: 0 }),
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
  .extend({
    counts: z.enum(['CALENDAR', 'WORKING']),
    limit: z.number().nullable(),
    worseLimit: z.number().nullable(),
  })
  .partial()
  .required({ kind: true, of: true })
  .strict();

/** Who asks, as far as rules are set by organisation: its id and what it is (`CARRIER`, `FORWARDER` …). */
export interface RuleAsker {
  readonly organisation: string;
  readonly roles: readonly string[];
}

/**
 * The bundled rules with what the data folder's `exception-rules.json` sets differently on top: for everybody, then for what
 * the asker is, then for the asker alone. None there: as bundled. Throws, naming the row, where a change cannot be meant: a
 * limit that is not in force must not go unnoticed.
 */
export function loadExceptionRules(
  dataDirectory: string = process.env['THROUGHLINE_DATA'] ?? '.throughline',
  asker: RuleAsker | null = null,
): ExceptionRules {
  const file = join(dataDirectory, CHANGES);
  const bundled = getExceptionRules();
  if (!existsSync(file)) return bundled;
  return rulesFor(bundled, readRuleSections(JSON.parse(readFileSync(file, 'utf8'))), asker);
}

/** Changes for everybody, and by id or role of an organisation. */
export interface RuleSections {
  readonly all: readonly RuleChange[];
  readonly organisations: ReadonlyMap<string, readonly RuleChange[]>;
}

/** What an asker is judged by: the narrowest change counts. */
export function rulesFor(
  bundled: ExceptionRules,
  { all, organisations }: RuleSections,
  asker: RuleAsker | null,
): ExceptionRules {
  const keys = asker === null ? [] : [...asker.roles, asker.organisation];
  const own = keys.flatMap((key) => organisations.get(key) ?? []);
  return forOrganisation(bundled, [...all, ...own]);
}

/**
 * Changes from what a file holds: `{ "rows": [{ "kind", "of", … what differs }], "organisations": { id or role: { "rows" } } }`.
 * Each section is tried on the bundled rules, so that one that nobody has asked for yet is refused as well.
 */
export function readRuleSections(data: unknown): RuleSections {
  const { rows, organisations } = z
    .strictObject({
      rows: z.array(z.unknown()).default([]),
      organisations: z.record(z.string().min(1), z.strictObject({ rows: z.array(z.unknown()) })).default({}),
    })
    .parse(data);
  const all = readRuleChanges({ rows });
  const sections = Object.entries(organisations).map(([key, section]) => {
    try {
      const changes = readRuleChanges(section);
      forOrganisation(getExceptionRules(), [...all, ...changes]);
      return [key, changes] as const;
    } catch (error) {
      throw new Error(`exception rules of ${key}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }); // prettier-ignore
    }
  });
  return { all, organisations: new Map(sections) };
}

/** Changes from what a section holds: `{ "rows": [{ "kind", "of", … what differs }] }`. */
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
  const { transfers, etaBand } = file;
  return {
    rows,
    cutOffs: new Map(file.cutOffs.map((cutOff) => [cutOff.code, cutOff.for])),
    transfers,
    etaBand,
  };
}
