import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMember, signIn, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { NOTHING } from './testing/access/world.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const PASSWORD = 'long enough to be one';
let system: SampleSystem;
let operator: Somebody;
/** Two people of a firm, and one of another. */
let ann: Somebody;
let ben: Somebody;
let eve: Somebody;

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem(undefined, undefined, null);
  operator = await signInOperator(system);
  const [firm, other] = [await makeMember(operator, system.url, 'firm', NOTHING, new Map()), await makeMember(operator, system.url, 'other', NOTHING, new Map())];
  [ann, ben, eve] = [await person(firm.id, 'ann'), await person(firm.id, 'ben'), await person(other.id, 'eve')];
}, 300_000); // prettier-ignore
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

async function person(of: string, login: string): Promise<Somebody> {
  await operator.need(
    'mutation ($login: String!, $password: String!, $of: ID!) { createUser(login: $login, name: $login, password: $password, role: MEMBER, organisation: $of) { __typename } }',
    { login, password: PASSWORD, of },
  );
  return signIn(system, login, PASSWORD);
}

interface View {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
}
async function save(who: Somebody, name: string, query: string, isShared: boolean): Promise<Partial<View> & { code?: string }> {
  const asked = 'mutation ($name: String!, $query: String!, $isShared: Boolean!) { did: saveView(name: $name, query: $query, isShared: $isShared) { ... on SavedView { id name query isShared } ... on Error { code } } }';
  return (await who.need<{ did: Partial<View> }>(asked, { name, query, isShared })).did;
} // prettier-ignore
async function viewsOf(who: Somebody): Promise<string[]> {
  const { savedViews } = await who.need<{ savedViews: View[] }>('{ savedViews { name query isShared } }');
  return savedViews.map(({ name, query, isShared }) => `${name} ${query} ${isShared}`);
}
const forget = (who: Somebody, id = '') =>
  who.need(`mutation { did: deleteSavedView(id: "${id}") { __typename } }`);

it('a view is kept under its name, for oneself or for the firm, and nobody else has it', async () => {
  const own = await save(ann, ' Late ', 'attention=CRITICAL&columns=eta', false);
  expect(own).toMatchObject({ name: 'Late', query: 'attention=CRITICAL&columns=eta', isShared: false });
  const shared = await save(ann, 'Late', 'attention=WARNING', true);
  expect(await viewsOf(ann)).toEqual(expect.arrayContaining(['Late attention=CRITICAL&columns=eta false', 'Late attention=WARNING true'])); // prettier-ignore
  expect(await viewsOf(ben)).toEqual(['Late attention=WARNING true']);
  expect([await viewsOf(eve), await viewsOf(operator)]).toEqual([[], []]);

  // Who shares it changes it; what is another's is not there.
  expect(await save(ben, 'Late', 'phase=DELIVERED', true)).toMatchObject({ id: shared.id });
  expect(await viewsOf(ann)).toContain('Late phase=DELIVERED true');
  const NOT_THERE = { did: { __typename: 'NotFoundError' } };
  expect(await forget(ben, own.id)).toEqual(NOT_THERE);
  expect(await forget(eve, shared.id)).toEqual(NOT_THERE);
  expect(await forget(ben, shared.id)).toEqual({ did: { __typename: 'SavedView' } });
  expect(await viewsOf(ben)).toEqual([]);

  expect(await save(ann, ' ', '', false)).toEqual({ code: 'BAD_NAME' });
  expect(await save(ann, 'Long', 'x'.repeat(2001), false)).toEqual({ code: 'TOO_MUCH' });
  const { auditTrail } = await operator.need<{ auditTrail: { action: string; subject: string }[] }>(
    '{ auditTrail { action subject } }',
  );
  expect(auditTrail).toEqual(expect.arrayContaining([{ action: 'saveView', subject: own.id }, { action: 'deleteSavedView', subject: shared.id }])); // prettier-ignore
});
