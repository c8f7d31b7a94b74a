import {
  listPutOffLetters,
  openAlertLetter,
  resumeAlertLetter,
} from 'graph-schema/cypher/feed/alert-letters';
import { listWaitingMatters } from 'graph-schema/cypher/feed/alert-matters';
import { listAlertRules, type AlertReaderRow, type AlertRuleRow } from 'graph-schema/cypher/feed/alert-rules';
import { quietUntil, tellAt, type AlertHours } from 'graph-schema/domain/alert/alert-hours';
import type { AlertState } from 'graph-schema/domain/alert/alert-rule';
import { newId } from '../access/tokens.ts';
import type { ReadingPlace } from '../feed/read-on.ts';
import { ruleOf, type AlertServices, type Step } from './alert-services.ts';
import { MATTERS_MAX } from './matters-of.ts';
import { readRule } from './read-rule.ts';
import { sendLetter } from './send-letter.ts';
import { sendPushes } from './send-pushes.ts';

/** Where the rules of a person read, by id. */
export type ReaderPlace = Map<string, ReadingPlace>;

/** Whoever may not ask any more is looked at again so often: he may be let in again, and then nothing is lost. */
const ABSENT_MS = 30_000;

/**
 * One step for one person: reading on for his rules, what is to be pushed, the letter that is under way, or the next one. What is to be told is written
 * down with the place behind it, and a letter before it is sent: whoever takes over goes on with the same.
 */
export async function driveReader(
  services: AlertServices,
  reader: AlertReaderRow,
  place: ReaderPlace,
  signal: AbortSignal,
): Promise<Step> {
  const { accounts, readerOf, wall } = services;
  const asker = await readerOf(reader.id);
  if (!asker) return { until: wall() + ABSENT_MS };
  const rules = await accounts.read(listAlertRules, { reader: reader.id, id: null });
  const enabled = rules.filter(({ state }) => state === ('ENABLED' satisfies AlertState));
  // A page of each, then what is due: no rule that has much to read keeps the others, or a letter, waiting.
  let isMore = false;
  for (const rule of enabled) {
    const own = place.get(rule.id) ?? { cursor: rule.cursor, position: null };
    place.set(rule.id, own);
    const read = await readRule(services, rule, asker, own);
    if (read === 'LOST') return 'LOST';
    isMore ||= read === 'MORE';
  }
  const reading = { reader, asker, rules };
  const pushed = await sendPushes(services, reading, signal);
  if (!isWaiting(pushed)) return pushed;
  const step =
    reader.pending === null
      ? await openNext(services, reader, enabled)
      : await sendLetter(services, reading, reader.pending, signal);
  if (!isWaiting(step)) return step;
  return isMore ? { row: reader } : earlier(pushed, step);
}

type Waiting = Extract<Step, 'IDLE' | { readonly until: number }>;

function isWaiting(step: Step): step is Waiting {
  return step === 'IDLE' || (typeof step === 'object' && 'until' in step);
}

/** A push that failed keeps no letter waiting, nor a letter a push. */
function earlier(one: Waiting, other: Waiting): Waiting {
  if (one === 'IDLE' || other === 'IDLE') return one === 'IDLE' ? other : one;
  return one.until < other.until ? one : other;
}

/** Goes on with a letter that was put off when its time comes, or opens one when the first matter is due, with everything that may go by now. */
async function openNext(
  { accounts, owner, wall }: AlertServices,
  reader: AlertReaderRow,
  enabled: readonly AlertRuleRow[],
): Promise<Step> {
  const [putOff] = await accounts.read(listPutOffLetters, { reader: reader.id });
  const at = wall();
  if (putOff && putOff.nextAttemptAt <= at) {
    const [row] = await accounts.write((run) =>
      run(resumeAlertLetter, { owner, reader: reader.id, id: putOff.id }),
    );
    return row ? { row } : 'LOST';
  }
  const matters = await accounts.read(listWaitingMatters, {
    reader: reader.id,
    rules: enabled.map(({ id }) => id),
    limit: MATTERS_MAX,
  });
  const hours = new Map(enabled.map((row) => [row.id, ruleOf(row).hours]));
  const due = matters.flatMap(({ key, rules, at: found }) => {
    const own = rules.flatMap((id) => hours.get(id) ?? []);
    if (own.length === 0) return [];
    const isGathered = own.some((one) => one.digestAt === null && quietUntil(one, at) === null);
    return [{ key, tellAt: Math.min(...own.map((one) => dueAt(one, found, at))), isGathered }];
  });
  const next = Math.min(...due.map((one) => one.tellAt), putOff?.nextAttemptAt ?? Infinity);
  if (next === Infinity) return 'IDLE';
  if (next > at) return { until: next, orMore: true };
  const keys = due.filter((one) => one.tellAt <= at || one.isGathered).map(({ key }) => key).slice(0, MATTERS_MAX); // prettier-ignore
  const id = newId('ltr');
  const [opened] = await accounts.write((run) =>
    run(openAlertLetter, { owner, id, reader: reader.id, at, keys }),
  );
  return opened ? { row: opened } : 'LOST';
}

/** When a rule tells what was found at an instant, asked now: what was due while nobody could tell it waits for the end of quiet hours. */
function dueAt(hours: AlertHours, found: number, now: number): number {
  const first = tellAt(hours, found);
  return first <= now ? (quietUntil(hours, now) ?? first) : first;
}
