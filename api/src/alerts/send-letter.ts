import {
  closeAlertLetter,
  findAlertLetter,
  noteAlertRetry,
  type AlertLetterRow,
} from 'graph-schema/cypher/feed/alert-letters';
import { listAlertMatters, listToldEtas, type AlertMatterRow } from 'graph-schema/cypher/feed/alert-matters';
import type { AlertReaderRow, AlertRuleRow } from 'graph-schema/cypher/feed/alert-rules';
import type { Asker } from 'graph-schema/domain/access/asker';
import { quietUntil } from 'graph-schema/domain/alert/alert-hours';
import type { AlertLanguage, LetterState, MatterKind } from 'graph-schema/domain/alert/alert-rule';
import { nextAttemptAt, type DeliveryAttempt } from 'graph-schema/domain/feed/webhook';
import { ruleOf, type AlertServices, type Step } from './alert-services.ts';
import { MATTERS_MAX } from './matters-of.ts';
import { letterOf } from './letter.ts';
import { lineOf, type LetterLine } from './letter-lines.ts';
import type { MailResult } from './mail.ts';
import { getWords } from './words.ts';

/** Other letters to the person wait behind this one: it is tried again soon after a mail server is back. */
const RETRY_MAX_MS = 15 * 60_000;

interface Reading {
  readonly reader: AlertReaderRow;
  readonly asker: Asker;
  readonly rules: readonly AlertRuleRow[];
}

interface ToldLine extends LetterLine {
  readonly rule: AlertRuleRow;
}

/**
 * An attempt at a letter that is under way. Its words are made up anew each time, with what its reader may see at that moment: who lost
 * sight of a shipment is told nothing of it, and of nothing there is no letter.
 */
export async function sendLetter(services: AlertServices, reading: Reading, id: string, signal: AbortSignal): Promise<Step> {
  const { accounts, mailer, publicUrl, wall } = services;
  const { reader, rules } = reading;
  const [letter] = await accounts.read(findAlertLetter, { id });
  if (letter?.state !== ('PENDING' satisfies LetterState)) return 'LOST';
  const began = wall();
  if (letter.nextAttemptAt !== null && letter.nextAttemptAt > began) return { until: letter.nextAttemptAt, orMore: true };
  const matters = await accounts.read(listAlertMatters, { reader: reader.id, letter: id, limit: MATTERS_MAX });
  const quiet = endOfQuiet(matters, rules, began);
  if (quiet !== null) return { until: quiet, orMore: true };
  const lines = await linesOf(services, reading, matters);
  if (lines.length === 0) return close(services, reading, letter, { state: 'EMPTY', matters, lines, attempt: null });
  const words = getWords(reader.language as AlertLanguage);
  const names = [...new Set(lines.map(({ rule }) => rule.name))];
  const text = letterOf({ lines, rules: names, words, publicUrl });
  const result = await mailer.send({ ...text, id, to: reader.address, language: reader.language });
  // Broken off here, not there: whoever goes on tries at once.
  if (signal.aborted && result.verdict !== 'TAKEN') return 'LOST';
  return note(services, reading, letter, { result, began, matters, lines });
} // prettier-ignore

/** When one rule of each matter may tell it, if an instant lies in quiet hours of all rules of one; null: each may be told. */
function endOfQuiet(matters: readonly AlertMatterRow[], rules: readonly AlertRuleRow[], at: number): number | null {
  const quiet = new Map(rules.map((row) => [row.id, quietUntil(ruleOf(row).hours, at)]));
  const ends = matters.flatMap((matter) => {
    const own = matter.rules.flatMap((id) => quiet.get(id) ?? (quiet.has(id) ? [-Infinity] : []));
    const first = own.length > 0 ? Math.min(...own) : -Infinity;
    return first > at ? [first] : [];
  });
  return ends.length > 0 ? Math.max(...ends) : null;
} // prettier-ignore

async function linesOf(
  { accounts, see, places }: AlertServices,
  { reader, asker, rules }: Reading,
  matters: readonly AlertMatterRow[],
): Promise<ToldLine[]> {
  const words = getWords(reader.language as AlertLanguage);
  const views = await see(asker, [...new Set(matters.flatMap(({ shipment }) => shipment ?? []))]);
  const lines: ToldLine[] = [];
  const told = new Set<string>();
  for (const row of rules) {
    const own = matters.filter(({ key, rules: ids }) => ids.includes(row.id) && !told.has(key));
    const moved = own.flatMap(({ kind, shipment }) => (kind === ('ETA' satisfies MatterKind) ? (shipment ?? []) : []));
    const known = moved.length > 0 ? await accounts.read(listToldEtas, { rule: row.id, shipments: moved }) : [];
    const etas = new Map(known.map(({ shipment, eta }) => [shipment, eta]));
    const rule = ruleOf(row);
    for (const matter of own) {
      const etaFrom = etas.get(matter.shipment ?? '') ?? null;
      const line = lineOf(matter, { words, places, views, rule, etaFrom });
      if (!line) continue;
      told.add(matter.key);
      lines.push({ ...line, rule: row });
    }
  }
  return lines;
} // prettier-ignore

interface Attempted {
  readonly result: MailResult;
  readonly began: number;
  readonly matters: readonly AlertMatterRow[];
  readonly lines: readonly ToldLine[];
}

async function note(
  services: AlertServices,
  reading: Reading,
  letter: AlertLetterRow,
  { result, began, matters, lines }: Attempted,
): Promise<Step> {
  const { accounts, owner, wall, chance } = services;
  const now = wall();
  const { verdict, status, error } = result;
  const attempt = JSON.stringify({ at: began, milliseconds: now - began, status, error } satisfies DeliveryAttempt);
  const failed = letter.attempts.length + 1;
  const planned = verdict === 'LATER' ? nextAttemptAt({ firstAt: letter.at, now, failed }, null, chance()) : null;
  const next = planned === null ? null : Math.min(planned, now + RETRY_MAX_MS);
  if (next === null) {
    const state = verdict === 'TAKEN' ? 'DELIVERED' : 'DEAD';
    return close(services, reading, letter, { state, matters, lines, attempt });
  }
  const params = { owner, id: letter.id, address: reading.reader.address, attempt, next };
  const [noted] = await accounts.write((run) => run(noteAlertRetry, params));
  return noted ? { row: noted } : 'LOST';
} // prettier-ignore

interface Closed {
  readonly state: LetterState;
  readonly matters: readonly AlertMatterRow[];
  readonly lines: readonly ToldLine[];
  readonly attempt: string | null;
}

async function close(
  { accounts, owner }: AlertServices,
  { reader }: Reading,
  { id }: AlertLetterRow,
  { state, matters, lines, attempt }: Closed,
): Promise<Step> {
  const told = state === 'DELIVERED' ? lines : [];
  const [closed] = await accounts.write((run) =>
    run(closeAlertLetter, {
      owner,
      id,
      state,
      address: reader.address,
      matters: lines.length,
      attempts: attempt === null ? [] : [attempt],
      etas: told.flatMap(({ eta, rule }) => (eta ? [{ ...eta, rule: rule.id }] : [])),
      spent: matters.flatMap(({ key, kind }) => (kind === ('ETA' satisfies MatterKind) ? [key] : [])),
    }),
  );
  return closed ? { row: closed } : 'LOST';
}
