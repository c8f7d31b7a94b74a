import { listToldEtas, type AlertMatterRow } from 'graph-schema/cypher/feed/alert-matters';
import type { AlertReaderRow, AlertRuleRow } from 'graph-schema/cypher/feed/alert-rules';
import type { Asker } from 'graph-schema/domain/access/asker';
import { quietUntil } from 'graph-schema/domain/alert/alert-hours';
import type { AlertLanguage, MatterKind } from 'graph-schema/domain/alert/alert-rule';
import { ruleOf, type AlertServices } from './alert-services.ts';
import { lineOf, type LetterLine } from './letter-lines.ts';
import type { EtaFrom } from './matters-of.ts';
import { getWords } from './words.ts';

/** A person who is told something. */
export interface Reading {
  readonly reader: AlertReaderRow;
  readonly asker: Asker;
  readonly rules: readonly AlertRuleRow[];
}

/** What a rule tells. */
export interface ToldLine extends LetterLine {
  readonly rule: AlertRuleRow;
  /** What its ETA is measured from, ISO 8601; null: it tells none. */
  readonly etaFrom: string | null;
}

/** What ETAs are measured from, by rule. */
export type RuleEta = EtaFrom & { readonly rule: string };

/** When one rule of each matter may tell it, if an instant lies in quiet hours of all rules of one; null: each may be told. */
export function endOfQuiet(matters: readonly AlertMatterRow[], rules: readonly AlertRuleRow[], at: number): number | null {
  const quiet = new Map(rules.map((row) => [row.id, quietUntil(ruleOf(row).hours, at)]));
  const ends = matters.flatMap((matter) => {
    const own = matter.rules.flatMap((id) => quiet.get(id) ?? (quiet.has(id) ? [-Infinity] : []));
    const first = own.length > 0 ? Math.min(...own) : -Infinity;
    return first > at ? [first] : [];
  });
  return ends.length > 0 ? Math.max(...ends) : null;
} // prettier-ignore

/**
 * Matters in words, with what their reader may see now; what does not stand any more, or he does not see, has none.
 *
 * @param from what ETAs are measured from where they were told meanwhile; null: from what was told last.
 */
export async function linesOf(
  { accounts, see, places }: AlertServices,
  { reader, asker, rules }: Reading,
  matters: readonly AlertMatterRow[],
  from: readonly RuleEta[] | null = null,
): Promise<ToldLine[]> {
  const words = getWords(reader.language as AlertLanguage);
  const views = await see(asker, [...new Set(matters.flatMap(({ shipment }) => shipment ?? []))]);
  const lines: ToldLine[] = [];
  const told = new Set<string>();
  for (const row of rules) {
    const own = matters.filter(({ key, rules: ids }) => ids.includes(row.id) && !told.has(key));
    const moved = own.flatMap(({ kind, shipment }) => (kind === ('ETA' satisfies MatterKind) ? (shipment ?? []) : []));
    const etas = moved.length > 0 ? await etasOf(accounts, row.id, moved, from) : new Map<string, string>();
    const rule = ruleOf(row);
    for (const matter of own) {
      const etaFrom = etas.get(matter.shipment ?? '') ?? null;
      const line = lineOf(matter, { words, places, views, rule, etaFrom });
      if (!line) continue;
      told.add(matter.key);
      lines.push({ ...line, rule: row, etaFrom: line.eta ? etaFrom : null });
    }
  }
  return lines;
} // prettier-ignore

async function etasOf(
  accounts: AlertServices['accounts'],
  rule: string,
  shipments: string[],
  from: readonly RuleEta[] | null,
): Promise<Map<string, string>> {
  const known =
    from?.filter((one) => one.rule === rule) ?? (await accounts.read(listToldEtas, { rule, shipments }));
  return new Map(known.map(({ shipment, eta }) => [shipment, eta]));
}
