import type { AlertMatterRow } from 'graph-schema/cypher/feed/alert-matters';
import type { AlertRuleRow } from 'graph-schema/cypher/feed/alert-rules';
import type { AlertWay } from 'graph-schema/domain/alert/alert-rule';
import type { AlertServices } from './alert-services.ts';
import { firstLetterOf } from './letter-lines.ts';
import { linesOf, type Reading, type RuleEta, type ToldLine } from './told-lines.ts';

/** What is told of the matters of one letter: what stands in it, what devices show of it, either of them once, and what it has no room for. */
export interface ByWays {
  readonly letter: readonly ToldLine[];
  readonly devices: readonly ToldLine[];
  readonly told: readonly ToldLine[];
  readonly rest: readonly ToldLine[];
}

/** Those of some rules that tell by a way. */
export function rulesBy(way: AlertWay, rules: readonly AlertRuleRow[]): readonly AlertRuleRow[] {
  return rules.filter(({ ways }) => ways.includes(way));
}

/** Matters in words, by the ways of all the rules that found each, as the reader sees them now; `from` as in `linesOf`. */
export async function linesByWays(
  services: AlertServices,
  reading: Reading,
  matters: readonly AlertMatterRow[],
  from: readonly RuleEta[] | null = null,
): Promise<ByWays> {
  const by = (way: AlertWay) =>
    linesOf(services, { ...reading, rules: rulesBy(way, reading.rules) }, matters, from);
  return byWays(await by('LETTER'), await by('DEVICES'));
}

/** The limit of a letter holds for what is told either way: what waits then comes with the next one, by each of its ways. */
export function byWays(letter: readonly ToldLine[], devices: readonly ToldLine[]): ByWays {
  const written = new Set(letter.map(({ key }) => key));
  const { kept, rest } = firstLetterOf([...letter, ...devices.filter(({ key }) => !written.has(key))]);
  const fits = new Set(kept.map(({ key }) => key));
  const ofThese = (lines: readonly ToldLine[]) => lines.filter(({ key }) => fits.has(key));
  return { letter: ofThese(letter), devices: ofThese(devices), told: kept, rest };
}
