import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../src/schema.ts';
import { askingAs, bearer } from './testing/access/asking.ts';
import { everyAsker } from './testing/access/every-asker.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { FACADE_OPERATIONS } from './testing/access/facade-operations.ts';
import { ASKERS, OPERATIONS, questionOf } from './testing/access/operations.ts';
import { startAccessWorld, type AccessWorld } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';

const SEED = 7;
let world: AccessWorld;
let askers: Awaited<ReturnType<typeof everyAsker>>;

beforeAll(async () => {
  world = await startAccessWorld(SEED, { publicLookup: 'on' });
  askers = await everyAsker(world);
}, 400_000);
afterAll(() => world.stop());

const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN'];

describe('every operation', () => {
  it('that there is has a place here', () => {
    const fields = ['Query', 'Mutation', 'Subscription'].flatMap((name) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
    });
    expect(Object.keys(OPERATIONS).sort()).toEqual(fields.sort());
  });

  it('is answered to whom it is for, and refused to everybody else before anything is read', async () => {
    const wrong: string[] = [];
    for (const kind of ASKERS)
      for (const [name, { who }] of Object.entries(OPERATIONS)) {
        // It would end what the others ask with.
        if (name === 'Mutation.signOut' && askers[kind].credentials.cookie) continue;
        const asked = questionOf(name);
        const followed = name.startsWith('Subscription.') ? askers[kind].follow(asked) : null;
        const answer = followed ? await followed.next(name) : await askers[kind].ask(asked);
        await followed?.close();
        const codes = answer?.errors?.map(({ message, extensions }) => extensions?.code ?? message) ?? [];
        const refusals = codes.filter((code) => REFUSALS.includes(code));
        const should = (who as readonly string[]).includes(kind) ? [] : [kind === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN'];
        if (refusals.join() !== should.join()) wrong.push(`${kind} ${name}: ${codes.join() || 'answered'}`);
        if (codes.some((code) => !REFUSALS.includes(code))) wrong.push(`${kind} ${name} failed: ${codes.join()}`);
      }
    expect(wrong).toEqual([]);
  }, 200_000); // prettier-ignore

  it('of a façade is answered to whom it is for, and refused to everybody else', async () => {
    const wrong: string[] = [];
    for (const kind of ASKERS)
      for (const { method, at, who, status: expected, isSenders } of FACADE_OPERATIONS) {
        const headers = { 'content-type': 'application/json', ...askers[kind].credentials };
        const body = method === 'POST' || method === 'PUT' ? { body: '{}' } : {};
        const { status } = await fetch(new URL(at, world.system.url), { method, headers, ...body });
        const refusal = kind === 'PUBLIC' || isSenders ? 401 : 403;
        const may = who.includes(kind);
        const isRight = may && expected === null ? ![401, 403].includes(status) : status === (may ? expected : refusal);
        if (!isRight) wrong.push(`${kind} ${method} ${at}: ${status}`);
      }
    expect(wrong).toEqual([]);
  }, 120_000); // prettier-ignore
});

describe('whoever looks a number up without signing in', () => {
  const LOOKUP = 'query ($number: String!) { lookup(number: $number) { candidates { found } shipments { shipment { id title { value } withheld } } } }';
  interface Found {
    readonly lookup: { readonly shipments: readonly { readonly shipment: { readonly withheld: readonly string[] } }[] };
  }
  const from = (address: string) => askingAs(world.system.url, { 'x-forwarded-for': address });

  it('sees milestones alone, and waits as long for what there is not', async () => {
    const shipment = world.shipments.find(({ cargo }) => cargo?.master === null);
    const nobody = from('203.0.113.7');
    for (const number of [shipment?.number ?? '', 'COSU6499999999']) {
      const began = performance.now();
      const { lookup } = await nobody.need<Found>(LOOKUP, { number });
      expect(performance.now() - began, number).toBeGreaterThan(390);
      const withheld = lookup.shipments.map((hit) => hit.shipment.withheld.length);
      expect(withheld, number).toEqual(number === shipment?.number ? [ALL_GROUPS.length - 1] : []);
    }
  }, 60_000);

  it('tries so many numbers a minute, by where he asks from', async () => {
    const eager = from('203.0.113.8');
    const tries = await Promise.all(Array.from({ length: 45 }, () => eager.ask(LOOKUP, { number: 'COSU6499999999' })));
    const codes = tries.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'ANSWERED');
    // A minute may begin meanwhile.
    expect(codes.filter((code) => code === 'TOO_MANY').length).toBeGreaterThanOrEqual(5);
    expect(new Set(codes)).toEqual(new Set(['ANSWERED', 'TOO_MANY']));
    expect((await from('203.0.113.9').ask(LOOKUP, { number: 'COSU6499999999' })).errors).toBeUndefined();
  }, 60_000);
}); // prettier-ignore

describe('accounts', () => {
  it('are those of one’s own organisation', async () => {
    const asked = '{ organisations { id } users { organisation } apiKeys { organisation } grants { id } shareLinks { id } auditTrail(first: 500) { organisation } }';
    const own = await askers.ADMIN.need<Record<string, { id?: string; organisation?: string }[]>>(asked);
    const named = Object.values(own).flat().flatMap(({ id, organisation }) => organisation ?? id ?? []);
    expect(new Set(named)).toEqual(new Set([askers.organisation]));
    const all = await askers.OPERATOR.need<Record<string, unknown[]>>(asked);
    for (const [name, rows] of Object.entries(own)) expect(all[name]?.length, name).toBeGreaterThanOrEqual(rows.length);
    expect(all['organisations']?.length).toBeGreaterThan(5);
  }, 60_000); // prettier-ignore

  it('of others cannot be changed by naming them', async () => {
    const { users } = await askers.OPERATOR.need<{ users: { id: string; login: string }[] }>('{ users { id login } }');
    const other = users.find(({ login }) => login === 'operator')?.id;
    const change = await askers.ADMIN.need<{ changeUser: { code?: string } }>(
      'mutation ($id: ID!) { changeUser(id: $id, role: MEMBER, isDisabled: true, password: "a password of mine") { __typename ... on Error { code } } }', { id: other },
    );
    expect(change.changeUser.code).toBe('NOT_FOUND');
    // Whatever is named, it is made for one's own.
    const made = await askers.ADMIN.need<{ createApiKey: { key: { organisation: string } } }>(
      'mutation { createApiKey(name: "mine", organisation: "org_operators") { ... on NewApiKey { key { organisation } } } }',
    );
    expect(made.createApiKey.key.organisation).toBe(askers.organisation);
  }, 60_000); // prettier-ignore

  it('leave a trail of who saw and did what', async () => {
    const [shipment] = world.shipments;
    await askers.MEMBER.ask('query ($id: ID!) { shipment(id: $id) { __typename } }', { id: shipment && world.idOf(shipment) });
    const actions = async () => {
      const { auditTrail } = await askers.OPERATOR.need<{ auditTrail: { action: string }[] }>('{ auditTrail(first: 500) { action } }');
      return new Set(auditTrail.map(({ action }) => action));
    };
    const written = await eventually('what was seen is written', async () => {
      const found = await actions();
      return found.has('saw') ? found : null;
    });
    expect([...written]).toEqual(expect.arrayContaining(['createUser', 'createApiKey', 'saveOrganisation', 'shareShipment', 'signIn']));
  }, 60_000); // prettier-ignore

  it('end with their session: whoever signs out, or may not sign in any more, is nobody', async () => {
    const signedOut = askers.OPERATOR_MEMBER;
    expect(await signedOut.need('mutation { signOut }')).toEqual({ signOut: true });
    expect(await signedOut.need('{ viewer { kind } }')).toEqual({ viewer: { kind: 'PUBLIC' } });
    const { users } = await askers.ADMIN.need<{ users: { id: string; login: string }[] }>('{ users { id login } }');
    const id = users.find(({ login }) => login === 'member')?.id;
    await askers.ADMIN.need('mutation ($id: ID!) { changeUser(id: $id, role: MEMBER, isDisabled: true) { __typename } }', { id });
    expect(await askers.MEMBER.need('{ viewer { kind } }')).toEqual({ viewer: { kind: 'PUBLIC' } });
    for (const token of ['tl_none', 'tls_none', 'none']) {
      const nobody = askingAs(world.system.url, bearer(token));
      expect((await nobody.ask('{ viewer { kind } }')).errors?.[0]?.extensions?.code, token).toBe('UNAUTHENTICATED');
      expect((await nobody.get('/v2/events')).status, token).toBe(401);
    }
  }, 60_000); // prettier-ignore
});
