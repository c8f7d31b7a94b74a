import {
  closeAlertLetter,
  findAlertLetter,
  noteAlertRetry,
  putOffAlertLetter,
  type AlertLetterRow,
} from 'graph-schema/cypher/feed/alert-letters';
import { listAlertMatters, type AlertMatterRow } from 'graph-schema/cypher/feed/alert-matters';
import type { AlertLanguage, LetterState, MatterKind } from 'graph-schema/domain/alert/alert-rule';
import { nextAttemptAt, type DeliveryAttempt } from 'graph-schema/domain/feed/webhook';
import type { AlertServices, Step } from './alert-services.ts';
import { letterOf } from './letter.ts';
import { firstLetterOf } from './letter-lines.ts';
import type { MailResult } from './mail.ts';
import { MATTERS_MAX } from './matters-of.ts';
import { endOfQuiet, linesOf, type Reading, type RuleEta, type ToldLine } from './told-lines.ts';
import { getWords } from './words.ts';

/** Other letters to the person wait behind this one: it is tried again soon after a mail server is back. */
const RETRY_MAX_MS = 15 * 60_000;

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
  if (quiet !== null) return putOff(services, letter, quiet);
  const lines = await linesOf(services, reading, matters);
  if (lines.length === 0) return close(services, reading, letter, { state: 'EMPTY', matters, lines, rest: [], attempt: null });
  const { kept, rest } = firstLetterOf(lines);
  const words = getWords(reader.language as AlertLanguage);
  const names = [...new Set(kept.map(({ rule }) => rule.name))];
  const text = letterOf({ lines: kept, more: rest.length, rules: names, words, publicUrl });
  const result = await mailer.send({ ...text, id, to: reader.address, language: reader.language });
  // Broken off here, not there: whoever goes on tries at once.
  if (signal.aborted && result.verdict !== 'TAKEN') return 'LOST';
  return note(services, reading, letter, { result, began, matters, lines: kept, rest });
} // prettier-ignore

/** It waits by itself: what other rules may tell meanwhile goes before it. */
async function putOff({ accounts, owner }: AlertServices, { id }: AlertLetterRow, until: number): Promise<Step> {
  const [row] = await accounts.write((run) => run(putOffAlertLetter, { owner, id, until }));
  return row ? { row } : 'LOST';
} // prettier-ignore

interface Tried {
  readonly matters: readonly AlertMatterRow[];
  /** What it tells, and what it has no room for. */
  readonly lines: readonly ToldLine[];
  readonly rest: readonly ToldLine[];
}

interface Attempted extends Tried {
  readonly result: MailResult;
  readonly began: number;
}

async function note(
  services: AlertServices,
  reading: Reading,
  letter: AlertLetterRow,
  { result, began, ...tried }: Attempted,
): Promise<Step> {
  const { accounts, mailer, owner, wall, chance } = services;
  const now = wall();
  const { verdict, status, error } = result;
  const attempt = JSON.stringify({ at: began, milliseconds: now - began, status, error } satisfies DeliveryAttempt);
  const failed = letter.attempts.length + 1;
  const planned = verdict === 'LATER' ? nextAttemptAt({ firstAt: letter.at, now, failed }, null, chance()) : null;
  const next = planned === null ? null : Math.min(planned, now + RETRY_MAX_MS);
  if (next === null) {
    const state = verdict === 'TAKEN' ? mailer.taken : 'DEAD';
    return close(services, reading, letter, { ...tried, state, attempt });
  }
  const params = { owner, id: letter.id, address: reading.reader.address, attempt, next };
  const [noted] = await accounts.write((run) => run(noteAlertRetry, params));
  return noted ? { row: noted } : 'LOST';
} // prettier-ignore

interface Closed extends Tried {
  readonly state: LetterState;
  readonly attempt: string | null;
}

async function close(
  { accounts, owner }: AlertServices,
  { reader }: Reading,
  { id }: AlertLetterRow,
  { state, matters, lines, rest, attempt }: Closed,
): Promise<Step> {
  const waiting = new Set(rest.map(({ key }) => key));
  const told = state === 'DELIVERED' || state === 'FILED' ? lines : [];
  const from = told.flatMap(({ eta, etaFrom, rule }): RuleEta[] =>
    eta && etaFrom !== null ? [{ rule: rule.id, shipment: eta.shipment, eta: etaFrom }] : [],
  );
  const [closed] = await accounts.write((run) =>
    run(closeAlertLetter, {
      owner,
      id,
      state,
      address: reader.address,
      matters: lines.length,
      attempts: attempt === null ? [] : [attempt],
      etas: told.flatMap(({ eta, rule }) => (eta ? [{ ...eta, rule: rule.id }] : [])),
      from: from.length > 0 ? JSON.stringify(from) : null,
      spent: matters.flatMap(({ key, kind }) =>
        kind === ('ETA' satisfies MatterKind) && !waiting.has(key) ? [key] : [],
      ),
      rest: [...waiting],
    }),
  );
  return closed ? { row: closed } : 'LOST';
}
