import { listWaitingMatters } from 'graph-schema/cypher/feed/alert-matters';
import { expect } from 'vitest';
import { makeMember, signIn, signInOperator } from './access/accounts.ts';
import type { Somebody } from './access/asking.ts';
import { ALL_GROUPS } from './access/model.ts';
import { NOTHING } from './access/world.ts';
import { eventually } from './deadline.ts';
import { gateOut } from './gate-out.ts';
import { startSampleSystem, type SampleSystem } from './sample-system.ts';
import type { ReceivedLetter, SmtpServer } from './smtp-server.ts';

export const BILL = 'COSU6415530971';
export const BOXES = ['CBHU3804175', 'CBHU3804220'] as const;
export const ZONE = 'Asia/Shanghai';
const PASSWORD = 'long enough to be one';
const SAVE_ADDRESS =
  'mutation ($address: String!, $language: AlertLanguage!) { saveAlertAddress(address: $address, language: $language) { ... on AlertAddress { address } ... on Error { message } } }';

export interface Person {
  readonly by: Somebody;
  readonly id: string;
  readonly address: string;
}

/** The sample system with people who are shown one shipment, each by a grant of his own firm: Ann reads Chinese, Ben and Eve English. */
export interface AlertWorld {
  readonly system: SampleSystem;
  readonly operator: Somebody;
  readonly ann: Person;
  readonly ben: Person;
  readonly eve: Person;
  readonly grantOfAnn: string;
  /** The terminal tells that a box went out, or corrects itself, which is news each time; answers when, as letters write it. */
  tell(box: string): Promise<string>;
  /** Waits until so much is found that is still to be told to somebody, each by so many of his rules. */
  found(person: Person, count: number, by?: number): Promise<unknown>;
  lettersTo(person: Person): ReceivedLetter[];
  /** Waits until the mail server took so many letters to him. */
  letters(person: Person, count: number): Promise<ReceivedLetter[]>;
  /** Takes all rules and letters away. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** @param wall the wall clock of the API. */
export async function startAlertWorld(wall: () => number, smtp: SmtpServer): Promise<AlertWorld> {
  process.env['ACCESS'] = 'required';
  const system = await startSampleSystem(undefined, undefined, undefined, undefined, wall, smtp.url);
  const operator = await signInOperator(system);
  const { lookup } = await operator.need<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
    `{ lookup(number: "${BILL}") { shipments { shipment { id } } } }`,
  );
  const ids = new Map([[BILL, lookup.shipments[0]?.shipment.id ?? '']]);
  const makePerson = async (login: string, language: string): Promise<Person> => {
    const shown = { ...NOTHING, granted: [{ number: BILL, groups: ALL_GROUPS, until: null }] };
    const firm = await makeMember(operator, system.url, login, shown, ids);
    const { createUser } = await operator.need<{ createUser: { id: string } }>(
      'mutation ($login: String!, $password: String!, $of: ID!) { createUser(login: $login, name: $login, password: $password, role: MEMBER, organisation: $of) { ... on User { id } ... on Error { message } } }',
      { login, password: PASSWORD, of: firm.id },
    );
    const [by, address] = [await signIn(system, login, PASSWORD), `${login}@firm.example`];
    expect(await make(by, {})).toEqual({ code: 'NO_ADDRESS' });
    await by.need(SAVE_ADDRESS, { address, language });
    return { by, address, id: createUser.id };
  };
  const ann = await makePerson('ann', 'ZH_CN');
  const ben = await makePerson('ben', 'EN');
  const eve = await makePerson('eve', 'EN');
  const { grants } = await ann.by.need<{ grants: { id: string }[] }>('{ grants { id } }');
  /** Minutes of the day. */
  let minute = 16 * 60;
  const told = new Set<string>();
  const lettersTo = ({ address }: Person) => smtp.letters.filter(({ to }) => to === address);
  return {
    system,
    operator,
    ann,
    ben,
    eve,
    grantOfAnn: grants[0]?.id ?? '',
    async tell(box) {
      minute += 1;
      const hhmm = `${Math.floor(minute / 60)}${String(minute % 60).padStart(2, '0')}`;
      await system.deliver('ningbo-terminal', gateOut(box, hhmm, told.has(box) ? 'RECTIFIED' : 'ORIGINAL'));
      told.add(box);
      return `2026-11-21 ${hhmm.slice(0, 2)}:${hhmm.slice(2)} +08:00`;
    },
    found: (person, count, by = 1) =>
      eventually(`${count} matters of ${person.address}`, async () => {
        const rules = await rulesOf(person);
        const rows = await system.access.accounts.read(listWaitingMatters, { reader: person.id, rules, limit: 100 });
        return rows.filter((row) => row.rules.length >= by).length >= count ? rows : null;
      }),
    lettersTo,
    letters: (person, count) =>
      eventually(`${count} letters to ${person.address}`, () => (lettersTo(person).length >= count ? lettersTo(person) : null)),
    async clear() {
      for (const person of [ann, ben, eve])
        for (const id of await rulesOf(person)) await person.by.need(`mutation { deleteAlertRule(id: "${id}") { __typename } }`);
      smtp.letters.length = 0;
    },
    async stop() {
      delete process.env['ACCESS'];
      await system.stop();
      await smtp.close();
    },
  };
} // prettier-ignore

async function rulesOf({ by }: Person): Promise<string[]> {
  const { alertRules } = await by.need<{ alertRules: { id: string }[] }>('{ alertRules { id } }');
  return alertRules.map(({ id }) => id);
}

const MAKE = `mutation ($name: String!, $codes: [String!], $numbers: [String!], $watchList: ID, $hours: AlertHours!) {
  did: createAlertRule(name: $name, codes: $codes, numbers: $numbers, watchList: $watchList, hours: $hours) { ... on AlertRule { id name } ... on Error { code } } }`;

/** A rule that tells of boxes out of a gate, as it comes. */
export async function make(
  by: Somebody,
  over: Record<string, unknown>,
): Promise<{ id?: string; code?: string }> {
  const given = { name: 'Out of the gate', codes: ['GATED_OUT'], hours: { zone: ZONE }, ...over };
  return (await by.need<{ did: { id?: string; code?: string } }>(MAKE, given)).did;
}

export interface Log {
  readonly state: string;
  readonly matters: number;
  readonly attempts: readonly { readonly status: number | null }[];
}

/** The log of his letters, the newest first. */
export async function logOf({ by }: Person): Promise<readonly Log[]> {
  const asked = '{ alertLetters { state matters attempts { status } } }';
  return (await by.need<{ alertLetters: Log[] }>(asked)).alertLetters;
}

/** Waits until no letter to somebody is under way. */
export const settled = (person: Person) =>
  eventually('nothing is under way', async () =>
    (await logOf(person)).every(({ state }) => state !== 'PENDING') ? true : null,
  );
