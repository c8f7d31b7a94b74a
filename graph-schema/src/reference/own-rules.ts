import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JourneyRules } from '../domain/journey/journey-rules.ts';
import { RULE_CHANGES, type RuleAsker } from './exception-rule-changes.ts';
import { getJourneyRules } from './journey-rules.ts';

/** Between the sections of a key, of which the later counts before the earlier: `FORWARDER|org_quick`. */
const BETWEEN = '|';

let sections: ReadonlySet<string> | null = null;

/** Ids and roles that something is set differently for, now or at another time. The file is read at the first call and kept. */
export function getRuleSections(): ReadonlySet<string> {
  return (sections ??= readRuleSectionNames(process.env['THROUGHLINE_DATA'] ?? '.throughline'));
}

function readRuleSectionNames(dataDirectory: string): ReadonlySet<string> {
  const file = join(dataDirectory, RULE_CHANGES);
  if (!existsSync(file)) return new Set();
  const { organisations } = JSON.parse(readFileSync(file, 'utf8')) as { organisations?: object };
  return new Set(Object.keys(organisations ?? {}));
}

/**
 * The key of the limits that an organisation has of its own: the sections of the data folder's `exception-rules.json` that are
 * for it, by what it is before by its id. Who has the same key is judged alike. Null: it is judged as everybody.
 */
export function ownRulesKey({ organisation, roles }: RuleAsker): string | null {
  return rulesKeyOf([...roles, organisation].filter((name) => getRuleSections().has(name)));
}

/** The key of sections in the order in which they count; null: of none. */
export function rulesKeyOf(names: readonly string[]): string | null {
  return names.length > 0 ? names.join(BETWEEN) : null;
}

/** The rules of an instant (epoch milliseconds) as they are for those who have a key. */
export function getRulesOfKey(at: number, key: string): JourneyRules {
  const names = key.split(BETWEEN);
  return getJourneyRules(at, { roles: names.slice(0, -1), organisation: names.at(-1) ?? '' });
}
