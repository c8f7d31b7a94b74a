import {
  changeAlertRule,
  createAlertRule,
  deleteAlertRule,
  findAlertReader,
  listAlertRules,
  saveAlertAddress,
  setAlertState,
  type AlertReaderRow,
  type AlertRuleRow,
} from 'graph-schema/cypher/feed/alert-rules';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { AuditAction } from 'graph-schema/domain/access/audit-action';
import { areAlertHours } from 'graph-schema/domain/alert/alert-hours';
import type { AlertLanguage, AlertRule, AlertState } from 'graph-schema/domain/alert/alert-rule';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { changeAccounts } from '../access/change-accounts.ts';
import { feedReader } from '../access/own-rules.ts';
import { newId } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { AlertError } from '../errors.ts';
import { positionAt } from '../feed/find-position.ts';
import { findOwn } from '../watch/own-lists.ts';

const RULES_MAX = 20;
const NAME_MAX = 100;
const ETA_HOURS_MAX = 24 * 30;
const ADDRESS_MAX = 254;
/** One address and nothing else: no name, no list, no comment. */
const ADDRESS = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/;

/** Whose rules somebody has: a person's are his own; where nobody has to sign in, those of whoever did not. */
export function readerOf({ actor }: Pick<Asker, 'actor'>): string {
  return actor ?? '';
}

/** The oldest first. */
export function listOwn({ access, asker }: Context): Promise<AlertRuleRow[]> {
  return access.accounts.read(listAlertRules, { reader: readerOf(asker), id: null });
}

/** Null: he has said none yet. */
export async function findOwnAddress({ access, asker }: Context): Promise<AlertReaderRow | null> {
  return (await access.accounts.read(findAlertReader, { id: readerOf(asker) }))[0] ?? null;
}

export async function saveOwnAddress(context: Context, address: string, language: AlertLanguage): Promise<AlertReaderRow> {
  if (address.length > ADDRESS_MAX || !ADDRESS.test(address)) throw new AlertError('BAD_ADDRESS', 'This is no address of e-mail.');
  const id = readerOf(context.asker);
  const saved = await changeAccounts(context, 'saveAlertAddress', async (run) => (await run(saveAlertAddress, { id, address, language }))[0] ?? null, (row) => row.id);
  if (!saved) throw new Error('the address was not saved');
  return saved;
} // prettier-ignore

/** Makes one that tells what comes from now on. */
export async function createOwn(context: Context, said: string, rule: AlertRule): Promise<AlertRuleRow> {
  const { asker, access, graph } = context;
  const told = await checked(context, said, rule);
  if (!(await findOwnAddress(context))) throw new AlertError('NO_ADDRESS', 'Say first where letters go.');
  const row: AlertRuleRow = {
    ...told,
    id: newId('alr'),
    reader: readerOf(asker),
    state: 'ENABLED' satisfies AlertState,
    cursor: writeCursor(await positionAt(graph, feedReader(asker), null)),
    createdAt: access.wall(),
  };
  const made = await changeAccounts(context, 'createAlertRule', async (run) => {
    const own = await run(listAlertRules, { reader: row.reader, id: null });
    return own.length < RULES_MAX ? ((await run(createAlertRule, { row }))[0] ?? null) : null;
  }, ({ id }) => id);
  if (!made) throw new AlertError('TOO_MUCH', `At most ${RULES_MAX} rules.`);
  context.alerts.nudge();
  return made;
} // prettier-ignore

/** Has it tell something else from now on; what it found before stays found. Null: there is none of his. */
export async function changeOwn(context: Context, id: string, said: string, rule: AlertRule): Promise<AlertRuleRow | null> {
  const params = { reader: readerOf(context.asker), id, set: await checked(context, said, rule) };
  const changed = await changeAccounts(context, 'changeAlertRule', async (run) => (await run(changeAlertRule, params))[0] ?? null, (row) => row.id);
  if (changed) context.alerts.nudge();
  return changed;
} // prettier-ignore

/** What is kept of a rule and its name, if it can be so. */
async function checked(context: Context, said: string, { filter, severity, etaHours, hours }: AlertRule) {
  const name = said.trim();
  if (name === '' || name.length > NAME_MAX) throw new AlertError('BAD_NAME', `A name has 1 to ${NAME_MAX} characters.`);
  const { watchList, codes, exceptions } = filter;
  if (!codes?.length && !exceptions?.length && etaHours === null)
    throw new AlertError('NOTHING_ASKED', 'Say what is to be told: statuses, exceptions or moves of the ETA.');
  if (etaHours !== null && !(etaHours >= 1 && etaHours <= ETA_HOURS_MAX))
    throw new AlertError('TOO_MUCH', `etaHours: 1 to ${ETA_HOURS_MAX}.`);
  if (!areAlertHours(hours)) throw new AlertError('BAD_HOURS', 'There is no such zone, or no such time of the day.');
  if (watchList && !(await findOwn(context, watchList)))
    throw new AlertError('NO_SUCH_LIST', `You have no watch list ${watchList}.`);
  return { name, filter: JSON.stringify(filter), severity, etaHours, ...hours };
} // prettier-ignore

/** Null: there is none of his. */
export async function setOwnState(context: Context, action: AuditAction, id: string, state: AlertState): Promise<AlertRuleRow | null> {
  const params = { reader: readerOf(context.asker), id, state };
  const changed = await changeAccounts(context, action, async (run) => (await run(setAlertState, params))[0] ?? null, (row) => row.id);
  if (changed) context.alerts.nudge();
  return changed;
} // prettier-ignore

/** Answers it as it was, and forgets what it was going to tell; null: there is none of his. */
export async function deleteOwn(context: Context, id: string): Promise<AlertRuleRow | null> {
  const reader = readerOf(context.asker);
  return changeAccounts(context, 'deleteAlertRule', async (run) => {
    const [rule] = await run(listAlertRules, { reader, id });
    if (rule) await run(deleteAlertRule, { reader, id });
    return rule ?? null;
  }, (row) => row.id);
} // prettier-ignore
