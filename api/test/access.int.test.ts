import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeKeys, shareLink, type Member } from './testing/access/accounts.ts';
import { askingAs } from './testing/access/asking.ts';
import { secretsFrom } from './testing/access/found.ts';
import {
  ALL_GROUPS,
  OF_ROLE,
  ORGANISATION_KINDS,
  partiesTold,
  seenBy,
  type Group,
  type Seen,
  type ToldShipment,
} from './testing/access/model.ts';
import { NOW, SEED, START_MS } from './testing/access/moment.ts';
import { companyName, goodsOf } from './testing/access/told-cargo.ts';
import { wholeShipmentQueries } from './testing/access/whole-queries.ts';
import { fieldsInSpite } from './testing/access/withheld.ts';
import { startAccessWorld, type AccessWorld } from './testing/access/world.ts';

const UNKNOWN_ID = 'shp_0000000000000000';
/** Of the shape of a bill here, and nobody's. */
const UNKNOWN_BILL = 'COSU6499999999';

let world: AccessWorld;
beforeAll(async () => {
  world = await startAccessWorld(SEED);
}, START_MS);
afterAll(() => world.stop());

const BY_ID = 'query ($id: ID!) { shipment(id: $id) { __typename ... on Shipment { id withheld title { value } identifiers { value } } ... on Error { code message } } }'; // prettier-ignore

interface View {
  readonly shipment: {
    readonly withheld?: readonly string[];
    readonly identifiers?: readonly { readonly value: string }[];
  };
}

interface ShownCargo {
  readonly shipment: {
    readonly parties: readonly {
      role: string;
      name: string | null;
      ids: { scheme: string; code: string }[];
    }[];
    readonly goods: readonly { readonly lines: readonly { readonly description: string | null }[] }[];
  };
}

/** What differs from the model, a line each; each who asks asks for every shipment. */
async function differences(
  look: (member: Member, shipment: ToldShipment, seen: Seen | null) => Promise<string | null>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const member of world.members)
    for (const shipment of world.shipments) {
      const problem = await look(member, shipment, seenBy(member.asking, shipment, NOW));
      if (problem !== null) wrong.push(`${member.name} of ${shipment.number}: ${problem}`);
    }
  return wrong;
}

describe(`who sees what (seed ${SEED})`, () => {
  it('by nobody who has not signed in', async () => {
    const nobody = askingAs(world.system.url, {});
    const [shipment] = world.shipments;
    for (const { data, errors } of await Promise.all([
      nobody.ask(BY_ID, { id: shipment && world.idOf(shipment) }),
      nobody.ask('query ($number: String!) { lookup(number: $number) { query } }', {
        number: shipment?.number,
      }),
    ])) {
      expect(data ?? null).toBeNull();
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
  });

  it('by its id: the groups that follow from what was told, and nothing as if there were none', async () => {
    const wrong = await differences(async ({ by }, shipment, seen) => {
      const id = world.idOf(shipment);
      const { data, errors } = await by.ask<View>(BY_ID, { id });
      if (!seen) {
        const unknown = JSON.stringify(await by.ask(BY_ID, { id: UNKNOWN_ID })).replaceAll(UNKNOWN_ID, id);
        return JSON.stringify({ data, errors }) === JSON.stringify(JSON.parse(unknown)) ? null : 'not as an unknown one';
      }
      const [is, should] = [data?.shipment.withheld?.join(), ALL_GROUPS.filter((group) => !seen.groups.has(group)).join()];
      if (is !== should) return `withheld ${is ?? JSON.stringify(errors)} instead of ${should}`;
      const isNamed = data?.shipment.identifiers?.some(({ value }) => value === shipment.number) ?? false;
      return isNamed === seen.groups.has('PAPERS') ? null : `its number is ${isNamed ? '' : 'not '}shown`;
    });
    expect(wrong).toEqual([]);
  }, 300_000); // prettier-ignore

  it('in every field that there is: what is withheld says nothing, and no number or word of it stands anywhere', async () => {
    const queries = wholeShipmentQueries();
    const wrong: string[] = [];
    // Of those who hold one key each, and some of those who hold more.
    for (const member of world.members.slice(0, 20))
      for (const shipment of world.shipments) {
        const seen = seenBy(member.asking, shipment, NOW);
        if (!seen) continue;
        const withheld = new Set(ALL_GROUPS.filter((group) => !seen.groups.has(group)));
        let text = '';
        for (const query of queries) {
          const data = await member.by.need<{ shipment: unknown }>(query, { id: world.idOf(shipment) });
          wrong.push(...fieldsInSpite(data.shipment, withheld).map((path) => `${member.name} of ${shipment.number}: ${path}`));
          text += JSON.stringify(data);
        }
        const mayRead = seen.groups.has('EVIDENCE') || member.asking.sources.length > 0;
        const others = world.shipments.filter((one) => one !== shipment).map(({ number }) => goodsOf(number));
        const goods = mayRead || seen.groups.has('GOODS') ? [] : [goodsOf(shipment.number)];
        const companies = mayRead || seen.groups.has('PARTIES') ? [] : [companyName(0).slice(0, 22), companyName(null)];
        const words = [...secretsFrom(member, world), ...others, ...goods, ...companies];
        wrong.push(...words.filter((word) => text.includes(word)).map((word) => `${member.name} of ${shipment.number} reads ${word}`));
        if (seen.groups.has('EVIDENCE') && shipment.cargo && !text.includes(goodsOf(shipment.number)))
          wrong.push(`${member.name} of ${shipment.number} reads no evidence`);
      }
    expect(wrong).toEqual([]);
  }, 400_000); // prettier-ignore

  it('parties and goods: what was told of it, by the groups alone, and nobody and nothing of another', async () => {
    const OF_CARGO = 'query ($id: ID!) { shipment(id: $id) { ... on Shipment { parties { role name ids { scheme code } } goods { lines { description } } } } }'; // prettier-ignore
    const wrong = await differences(async ({ by }, shipment, seen) => {
      if (!seen) return null;
      const { shipment: shown } = await by.need<ShownCargo>(OF_CARGO, { id: world.idOf(shipment) });
      const named = shown.parties.filter(({ role }) => role in OF_ROLE);
      const parties = named.map(({ role, name, ids }) => `${role} ${name} ${ids.map(({ scheme, code }) => `${scheme}:${code}`).join()}`);
      const told = seen.groups.has('PARTIES') && !seen.isHereOnly ? partiesTold(shipment) : [];
      if (parties.some((one) => !told.includes(one))) return `parties ${parties.join('; ')} instead of ${told.join('; ')}`;
      if (parties.length === 0 && told.length > 0) return `no parties, though ${told.join('; ')} were told`;
      const isShown = ['GOODS', 'PAPERS'].every((group) => seen.groups.has(group as Group)) && !seen.isHereOnly;
      const goods = [...new Set(shown.goods.flatMap(({ lines }) => lines.map(({ description }) => description)))];
      const wares = shipment.cargo && isShown ? [goodsOf(shipment.number)] : [];
      return goods.join() === wares.join() ? null : `goods ${goods.join()} instead of ${wares.join()}`;
    });
    expect(wrong).toEqual([]);
  }, 300_000); // prettier-ignore

  it('by its number: found by whom it is shown to, else answered as a number that nobody has', async () => {
    const LOOKUP = 'query ($number: String!) { lookup(number: $number) { query candidates { scheme value found confidence checkDigit repairs } shipments { via { value } shipment { id } } } }'; // prettier-ignore
    const wrong = await differences(async ({ by }, shipment, seen) => {
      const answer = JSON.stringify(await by.ask(LOOKUP, { number: shipment.number }));
      const isFound = answer.includes(world.idOf(shipment));
      if (isFound !== (seen !== null)) return isFound ? 'found' : 'not found';
      // What nobody has reads alike where it has the shape of a bill.
      if (answer.includes('"shp_') || shipment.cargo?.master || shipment.box.way !== 'SEA') return null;
      const unknown = JSON.stringify(await by.ask(LOOKUP, { number: UNKNOWN_BILL }));
      return unknown === answer.replaceAll(shipment.number, UNKNOWN_BILL).replaceAll(shipment.number.slice(4), UNKNOWN_BILL.slice(4)) ? null : answer;
    });
    expect(wrong).toEqual([]);
  }, 300_000); // prettier-ignore

  it('in bulk and by a slip of the hand: the same, and no number is suggested to whom it is not shown', async () => {
    const MANY = 'query ($numbers: [String!]!) { lookupMany(numbers: $numbers) { query candidates { found } hits { shipment { id } } } }'; // prettier-ignore
    const SLIP = 'query ($number: String!) { suggestions(number: $number) { number { value } } }';
    const wrong: string[] = [];
    for (const { name, by, asking } of world.members) {
      const { lookupMany } = await by.need<{ lookupMany: { hits: { shipment: { id: string } }[]; candidates: { found: boolean }[] }[] }>(MANY, { numbers: world.shipments.map(({ number }) => number) });
      for (const [index, shipment] of world.shipments.entries()) {
        const seen = seenBy(asking, shipment, NOW);
        const hits = lookupMany[index]?.hits.map((hit) => hit.shipment.id) ?? [];
        if (hits.includes(world.idOf(shipment)) !== (seen !== null)) wrong.push(`${name} of ${shipment.number} in bulk: ${hits.join()}`);
        const found = lookupMany[index]?.candidates.some((one) => one.found) ?? false;
        if (found !== hits.length > 0) wrong.push(`${name} of ${shipment.number}: ${found ? '' : 'not '}said to be there`);
        if (shipment.cargo?.master || shipment.box.way !== 'SEA') continue;
        const typed = `${shipment.number.slice(0, -1)}${(Number(shipment.number.at(-1)) + 5) % 10}`;
        const { suggestions } = await by.need<{ suggestions: { number: { value: string } }[] }>(SLIP, { number: typed });
        const isSuggested = suggestions.some(({ number }) => number.value === shipment.number);
        const isShown = world.shipments.some((one) => one.box === shipment.box && seenBy(asking, one, NOW)?.groups.has('PAPERS'));
        if (isSuggested !== isShown) wrong.push(`${name} of ${shipment.number}: ${isSuggested ? '' : 'not '}suggested`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000); // prettier-ignore

  it('whatever an organisation is: its kind opens nothing by itself, but to whoever runs the service, and closes nothing', async () => {
    const SEES = '{ shipments(first: 100) { totalCount edges { node { id phase exceptions { id } shipment { withheld } } } } }';
    const asked = (member: Member) => member.by.need<{ shipments: { totalCount: number } }>(SEES);
    const all = await world.operator.need(SEES);
    const holds = ['PARTY:SCAC:COSU', 'OFFICE:3104'];
    const answers: unknown[] = [];
    for (const kind of ORGANISATION_KINDS) {
      const bare = await world.join(`no more than ${kind}`, { kinds: [kind] });
      if (kind === 'OPERATOR') expect(await asked(bare), kind).toEqual(all);
      else {
        expect(await asked(bare), kind).toEqual({ shipments: { totalCount: 0, edges: [] } });
        answers.push(await asked(await world.join(`${kind} who holds something`, { kinds: [kind], holds })));
        for (const shipment of world.shipments) {
          const { data } = await bare.by.ask<View>(BY_ID, { id: world.idOf(shipment) });
          expect(data, `${kind} of ${shipment.number}`).toMatchObject({ shipment: { code: 'NOT_FOUND' } });
        }
      }
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ shipments: { totalCount: world.shipments.filter((one) => seenBy({ kinds: [], holds, sources: [], cap: null, granted: [] }, one, NOW)).length } });
  }, 120_000); // prettier-ignore
});

describe('what is given ends', () => {
  const first = () => {
    const [shipment] = world.shipments;
    if (!shipment) throw new Error('there is cargo');
    return shipment;
  };

  it('with the key that opened it, and with a grant that is taken back', async () => {
    const shipment = first();
    const member = await world.join('ends', { granted: [{ number: shipment.number, groups: ['PAPERS'], until: null }] });
    const see = async () => (await member.by.need<View>(BY_ID, { id: world.idOf(shipment) })).shipment.withheld?.length ?? null;
    expect(await see()).toBe(ALL_GROUPS.length - 2);
    const { grants } = await world.operator.need<{ grants: { id: string; organisation: string }[] }>('{ grants { id organisation } }');
    const grant = grants.find(({ organisation }) => organisation === member.id);
    await world.operator.need('mutation ($id: ID!) { revokeGrant(id: $id) { __typename } }', { id: grant?.id });
    expect(await see()).toBeNull();
    await changeKeys(world.operator, member, ['PORT:CNNBO']);
    expect(await see()).toBe(ALL_GROUPS.length - 3);
    await changeKeys(world.operator, member, []);
    expect(await see()).toBeNull();
  }, 60_000); // prettier-ignore

  it('also for who follows: a share link and a key that are taken back end what is open with them', async () => {
    const shipment = first();
    const link = await shareLink(world.operator, world.system.url, world.idOf(shipment), ['ETA']);
    const FOLLOW = 'subscription ($id: ID!) { journeyUpdated(id: $id) { __typename ... on JourneyUpdate { shipment { id withheld } } } }';
    const live = link.follow<{ journeyUpdated: View & { __typename: string } }>(FOLLOW, { id: world.idOf(shipment) });
    expect((await live.next('the shipment as it is'))?.data?.journeyUpdated.shipment.withheld).toHaveLength(ALL_GROUPS.length - 2);
    const member = world.members[0];
    if (!member) throw new Error('there is somebody');
    const feed = member.by.follow('subscription { statusFeed { __typename } }');
    expect((await feed.next('a first page'))?.errors).toBeUndefined();
    await world.operator.need('mutation ($id: ID!) { revokeShareLink(id: $id) { __typename } }', { id: link.id });
    const { apiKeys } = await world.operator.need<{ apiKeys: { id: string; organisation: string }[] }>('{ apiKeys { id organisation } }');
    for (const { id, organisation } of apiKeys)
      if (organisation === member.id) await world.operator.need('mutation ($id: ID!) { revokeApiKey(id: $id) { __typename } }', { id });
    for (const followed of [live, feed]) {
      const last = await followed.next('that it is over', 30_000);
      expect(last?.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      expect(await followed.next('the end')).toBeNull();
      await followed.close();
    }
    expect((await member.by.ask('{ viewer { kind } }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  }, 120_000); // prettier-ignore
});
