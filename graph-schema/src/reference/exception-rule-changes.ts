import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { withOwnLimits, type OwnLimits } from '../domain/exceptions/own-limits.ts';
import { nameOf, type ExceptionRules, type RuleChange } from '../domain/exceptions/rules.ts';
import {
  cutOffShape,
  etaBandShape,
  EXCEPTION_RULES,
  ruleChangeShape,
  transferShape,
} from './exception-rules.ts';
import { inForceAt, oneInForce, turnsIn } from './in-force.ts';
import { editionAt } from './rule-file.ts';

/** What an organisation sets differently, in its data folder. */
export const RULE_CHANGES = 'exception-rules.json';

/** Who asks, as far as rules are set by organisation: its id and what it is (`CARRIER`, `FORWARDER` …). */
export interface RuleAsker {
  readonly organisation: string;
  readonly roles: readonly string[];
}

/** The bundled rules with what is set differently for somebody, as in force at any instant (epoch milliseconds). */
export interface OwnExceptionRules {
  at: (at: number) => ExceptionRules;
  /** Whether anything is set differently then. */
  isChanged: (at: number) => boolean;
  readonly turns: readonly number[];
}

/**
 * The bundled rules with what the data folder's `exception-rules.json` sets differently on top: for everybody, then for what
 * the asker is, then for the asker alone. None there: as bundled. Throws, naming the row, where a change cannot be meant: a
 * limit that is not in force must not go unnoticed.
 */
export function loadExceptionRules(
  dataDirectory: string = process.env['THROUGHLINE_DATA'] ?? '.throughline',
  asker: RuleAsker | null = null,
): OwnExceptionRules {
  const file = join(dataDirectory, RULE_CHANGES);
  if (!existsSync(file))
    return { at: EXCEPTION_RULES.at, isChanged: () => false, turns: EXCEPTION_RULES.turns() };
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const turns = [...new Set([...EXCEPTION_RULES.turns(), ...turnsIn(data)])].sort((a, b) => a - b);
  const editions = [-Infinity, ...turns].map((from) => {
    const changes = changesFor(readRuleSections(inForceAt(data, from), from), asker);
    return { rules: withOwnLimits(EXCEPTION_RULES.at(from), changes), isChanged: changes.some(isAny) };
  });
  return {
    at: (at) => editionAt({ turns, editions }, at).rules,
    isChanged: (at) => editionAt({ turns, editions }, at).isChanged,
    turns,
  };
}

/** Changes for everybody, and by id or role of an organisation. */
export interface RuleSections {
  readonly all: OwnLimits;
  readonly organisations: ReadonlyMap<string, OwnLimits>;
}

/** What is set differently for an asker; of two changes of one thing the later, which is the narrower, counts. */
export function changesFor({ all, organisations }: RuleSections, asker: RuleAsker | null): OwnLimits[] {
  const keys = asker === null ? [] : [...asker.roles, asker.organisation];
  return [all, ...keys.flatMap((key) => organisations.get(key) ?? [])];
}

/** What a section may hold: single rows, and what connections and closings are judged by. */
const SECTION = {
  rows: z.array(z.unknown()).default([]),
  transfers: z.array(transferShape.strict()).default([]),
  etaBand: oneInForce(etaBandShape.partial().strict()).default({}),
  cutOffs: z.array(cutOffShape.extend({ for: cutOffShape.shape.for.nullable() }).strict()).default([]),
};

/**
 * Changes from what a file holds: `{ "rows": [{ "kind", "of", … what differs }], "transfers": [{ "from", "to", "hours" }], "etaBand":
 * { "percent", "hoursMin" }, "cutOffs": [{ "code", "for" }], "organisations": { id or role: { the same } } }`. Each section is tried
 * on the rules that are bundled for an instant, so that one that nobody has asked for yet is refused as well.
 */
export function readRuleSections(data: unknown, at = Infinity): RuleSections {
  const { organisations, ...forAll } = z
    .strictObject({
      ...SECTION,
      organisations: z.record(z.string().min(1), z.strictObject(SECTION)).default({}),
    })
    .parse(data);
  const all = limitsOf(forAll);
  const sections = Object.entries(organisations).map(([key, section]) => {
    try {
      const limits = limitsOf(section);
      withOwnLimits(EXCEPTION_RULES.at(at), [all, limits]);
      return [key, limits] as const;
    } catch (error) {
      throw new Error(`exception rules of ${key}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }); // prettier-ignore
    }
  });
  return { all, organisations: new Map(sections) };
}

function limitsOf(section: z.infer<z.ZodObject<typeof SECTION>>): OwnLimits {
  const { rows, transfers, etaBand, cutOffs } = section;
  refuseTwice('transfer', transfers, ({ from, to }) => `${from ?? 'any'} to ${to ?? 'any'}`);
  refuseTwice('cut-off', cutOffs, ({ code }) => code || 'without a code');
  return { rows: readRuleChanges({ rows }), transfers, etaBand: told(etaBand), cutOffs };
}

function refuseTwice<T>(what: string, listed: readonly T[], nameIt: (one: T) => string): void {
  const names = listed.map(nameIt);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new Error(`${what} ${twice}: stands twice`);
}

function isAny({ rows, transfers, etaBand, cutOffs }: OwnLimits): boolean {
  return rows.length + transfers.length + cutOffs.length + Object.keys(etaBand).length > 0;
}

/** Changes from what a section holds: `{ "rows": [{ "kind", "of", … what differs }] }`. */
export function readRuleChanges(data: unknown): RuleChange[] {
  const { rows } = z.object({ rows: z.array(z.unknown()) }).parse(data);
  const seen = new Set<string>();
  return rows.map((written, index) => {
    const row = ruleChangeShape.safeParse(written);
    if (!row.success) throw new Error(`exception rule ${index + 1}: ${z.prettifyError(row.error)}`);
    const name = nameOf(row.data);
    if (seen.has(name)) throw new Error(`exception rule ${index + 1} (${name}): stands twice`);
    seen.add(name);
    return told(row.data);
  });
}

/** Without what is left out. */
function told<T extends object>(written: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(written).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
