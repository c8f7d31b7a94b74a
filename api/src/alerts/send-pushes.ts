import { findAlertLetter } from 'graph-schema/cypher/feed/alert-letters';
import { listAlertMatters } from 'graph-schema/cypher/feed/alert-matters';
import {
  listWaitingPushes,
  noteAlertPushes,
  type PushNote,
  type WaitingPushRow,
} from 'graph-schema/cypher/feed/alert-pushes';
import type { AlertLanguage, PushState } from 'graph-schema/domain/alert/alert-rule';
import { nextAttemptAt, type DeliveryAttempt, type Verdict } from 'graph-schema/domain/feed/webhook';
import type { AlertServices, Step } from './alert-services.ts';
import { firstLetterOf } from './letter-lines.ts';
import { MATTERS_MAX } from './matters-of.ts';
import { pushOf } from './push-text.ts';
import { endOfQuiet, linesOf, type Reading, type RuleEta } from './told-lines.ts';
import { getWords } from './words.ts';

/** News that reaches a device later than this surprises more than it tells; the letter has it. */
const TTL_MS = 24 * 3_600_000;
const STATES: Readonly<Record<Exclude<Verdict, 'LATER'>, PushState>> = {
  TAKEN: 'DELIVERED',
  NEVER: 'DEAD',
  GONE: 'GONE',
};

/**
 * Pushes what is due of one letter, to all devices at once. As in the letter, words are made up at each attempt, with what the reader
 * may see then, and nothing goes in quiet hours; unlike it, a device that is not reached keeps nothing else waiting.
 */
export async function sendPushes(services: AlertServices, reading: Reading, signal: AbortSignal): Promise<Step> {
  const { accounts, wall, owner } = services;
  const reader = reading.reader.id;
  const waiting = await accounts.read(listWaitingPushes, { reader });
  const now = wall();
  const [first] = waiting;
  if (!first) return 'IDLE';
  if (first.nextAttemptAt > now) return { until: first.nextAttemptAt, orMore: true };
  const due = waiting.filter((push) => push.letter === first.letter && push.nextAttemptAt <= now);
  const notes = await notesOf(services, reading, due, signal);
  // Broken off here, not there: whoever goes on tries at once.
  if (signal.aborted) return 'LOST';
  const gone = notes.flatMap(({ id, state }) => (state === ('GONE' satisfies PushState) ? [id] : []));
  const devices = due.flatMap(({ id, device }) => (gone.includes(id) ? [device] : []));
  const [noted] = await accounts.write((run) => run(noteAlertPushes, { owner, reader, pushes: notes, gone: devices }));
  return noted ? { row: noted } : 'LOST';
} // prettier-ignore

/** Tries pushes of one letter, and says what came of each. */
async function notesOf(
  services: AlertServices,
  reading: Reading,
  due: readonly WaitingPushRow[],
  signal: AbortSignal,
): Promise<PushNote[]> {
  const { accounts, wall } = services;
  const { reader, rules } = reading;
  const letter = due[0]?.letter ?? '';
  const matters = await accounts.read(listAlertMatters, { reader: reader.id, letter, limit: MATTERS_MAX });
  const quiet = endOfQuiet(matters, rules, wall());
  if (quiet !== null)
    return due.map(({ id }) => ({ id, state: 'PENDING' satisfies PushState, attempts: [], next: quiet }));
  const [row] = await accounts.read(findAlertLetter, { id: letter });
  const from = row?.etas == null ? null : (JSON.parse(row.etas) as RuleEta[]);
  const lines = await linesOf(services, reading, matters, from);
  if (lines.length === 0) return due.map((push) => over(push, 'EMPTY'));
  const { kept } = firstLetterOf(lines);
  const payload = JSON.stringify(pushOf(letter, kept, getWords(reader.language as AlertLanguage)));
  return Promise.all(due.map((push) => attempt(services, push, payload, signal)));
}

async function attempt(
  { pusher, wall, chance }: AlertServices,
  push: WaitingPushRow,
  payload: string,
  signal: AbortSignal,
): Promise<PushNote> {
  const { at: firstAt, endpoint, p256dh, auth } = push;
  if (endpoint === null || p256dh === null || auth === null) return over(push, 'GONE');
  const began = wall();
  const ends = firstAt + TTL_MS;
  if (began >= ends) return over(push, 'DEAD');
  const ttlSeconds = Math.ceil((ends - began) / 1000);
  const sent = await pusher.send({ endpoint, p256dh, auth }, { payload, ttlSeconds, topic: push.letter }, signal);
  const now = wall();
  const { verdict, status, error, retryAfter } = sent;
  const said = JSON.stringify({ at: began, milliseconds: now - began, status, error } satisfies DeliveryAttempt);
  if (verdict !== 'LATER') return over(push, STATES[verdict], said);
  const next = nextAttemptAt({ firstAt, now, failed: push.failed + 1 }, retryAfter, chance());
  if (next === null || next >= ends) return over(push, 'DEAD', said);
  return { id: push.id, state: 'PENDING' satisfies PushState, attempts: [said], next };
} // prettier-ignore

function over({ id }: WaitingPushRow, state: PushState, said: string | null = null): PushNote {
  return { id, state, attempts: said === null ? [] : [said], next: null };
}
