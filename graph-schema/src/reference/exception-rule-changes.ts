import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { forOrganisation, nameOf, type ExceptionRules, type RuleChange } from '../domain/exceptions/rules.ts';
import { EXCEPTION_RULES, ruleChangeShape } from './exception-rules.ts';
import { inForceAt, turnsIn } from './in-force.ts';
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
    return { rules: forOrganisation(EXCEPTION_RULES.at(from), changes), isChanged: changes.length > 0 };
  });
  return {
    at: (at) => editionAt({ turns, editions }, at).rules,
    isChanged: (at) => editionAt({ turns, editions }, at).isChanged,
    turns,
  };
}

/** Changes for everybody, and by id or role of an organisation. */
export interface RuleSections {
  readonly all: readonly RuleChange[];
  readonly organisations: ReadonlyMap<string, readonly RuleChange[]>;
}

/** What is set differently for an asker; of two changes of one row the later, which is the narrower, counts. */
export function changesFor({ all, organisations }: RuleSections, asker: RuleAsker | null): RuleChange[] {
  const keys = asker === null ? [] : [...asker.roles, asker.organisation];
  return [...all, ...keys.flatMap((key) => organisations.get(key) ?? [])];
}

/**
 * Changes from what a file holds: `{ "rows": [{ "kind", "of", … what differs }], "organisations": { id or role: { "rows" } } }`.
 * Each section is tried on the rules that are bundled for an instant, so that one that nobody has asked for yet is refused as
 * well.
 */
export function readRuleSections(data: unknown, at = Infinity): RuleSections {
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
      forOrganisation(EXCEPTION_RULES.at(at), [...all, ...changes]);
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
  const seen = new Set<string>();
  return rows.map((written, index) => {
    const row = ruleChangeShape.safeParse(written);
    if (!row.success) throw new Error(`exception rule ${index + 1}: ${z.prettifyError(row.error)}`);
    const name = nameOf(row.data);
    if (seen.has(name)) throw new Error(`exception rule ${index + 1} (${name}): stands twice`);
    seen.add(name);
    const told = Object.entries(row.data).filter(([, value]) => value !== undefined);
    return Object.fromEntries(told) as unknown as RuleChange;
  });
}
