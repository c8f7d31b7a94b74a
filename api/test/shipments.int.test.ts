import { LIST_SORTS, pageSummaries } from 'graph-schema/cypher/search/page-summaries';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { ask } from './testing/ask.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

let system: SampleSystem;
beforeAll(async () => {
  system = await startSampleSystem();
  // Summaries are derived beside intake.
  await eventually('all shipments are listed', async () => ((await list({})).totalCount >= 12 ? true : null)); // prettier-ignore
}, 300_000);
afterAll(() => system.stop());

interface List {
  readonly totalCount: number;
  readonly isTotalAtLeast: boolean;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string; readonly title: { readonly value: string }; readonly phase: string; readonly arrivesAt: string | null; readonly attention: string | null } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
} // prettier-ignore

const LIST = `query ($filter: ShipmentFilter, $sort: ShipmentSort, $first: Int! = 100, $after: String) {
  shipments(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount isTotalAtLeast
    edges { cursor node { id title { value } containers phase place { name } next { code } eta { late } exceptions { kind } attention arrivesAt } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const PHASE = 'AT_ORIGIN';
/** As many rows more as some list has, an hour apart, every other one in a phase. */
const MANY_MORE = `MATCH (some:ShipmentSummary) WITH properties(some) AS row LIMIT 1
UNWIND range(1, 1200) AS n
CREATE (m:ShipmentSummary)
SET m = row{.*, id: 'shp_more' + toString(n), arrivesAt: $from + n * 3600000, departedAt: $from + n * 3600000,
  facets: [$office] + CASE n % 2 WHEN 0 THEN [$phase] ELSE [] END}`;

function openGraph() {
  const { neo4j: at } = readSettings(process.env);
  return neo4j.driver(at.uri, neo4j.auth.basic(at.user, at.password));
}

async function list(variables: Record<string, unknown>): Promise<List> {
  const answer = await ask<{ shipments: List }>(system.url, LIST, variables);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.shipments;
}

const titles = ({ edges }: List) => edges.map(({ node }) => node.title.value);

describe('a list of shipments', () => {
  it('is answered in one statement, whatever of its rows is shown', async () => {
    system.takeStatements();
    const all = await list({});
    expect(system.takeStatements()).toEqual(['pageSummaries']);
    expect(all.edges).toHaveLength(all.totalCount);
    await list({ filter: { phases: ['IN_TRANSIT'], port: 'CNNBO' } });
    expect(system.takeStatements()).toEqual(['pageSummaries']);
  });

  it.each([
    ['bill', 'cosu 6412780350', 'COSU6412780350'],
    ['houseBill', 'JLR26CKG00117', 'JLR26CKG00117'],
    ['waybill', '17226114686', '172-26114686'],
    ['waybill', '26638154', '26638154'],
    ['container', 'CBHU 380417-5', 'COSU6415530971'],
    ['bill', 'COSU6415*', 'COSU6415530971'],
    ['port', '宁波', 'COSU6415530971'],
  ])('by %s %s has %s', async (field, text, title) => {
    expect(titles(await list({ filter: { [field]: text } }))).toContain(title);
  });

  it('combines what it is limited by, and is empty where nothing is all of it', async () => {
    const coffee = { container: 'CBHU3804175', port: 'CNNBO', attention: ['WARNING', 'CRITICAL', 'INFO'] };
    const both = await list({ filter: coffee });
    expect(both.edges.every(({ node }) => node.attention !== null)).toBe(true);
    const none = await list({ filter: { ...coffee, phases: ['BOOKED'] } });
    expect(none).toMatchObject({ totalCount: 0, edges: [] });
  });

  it.each(
    ['URGENCY', 'PHASE', 'CHANGED', 'DEPARTURE', 'ARRIVAL', 'DECLARED', 'RELEASED'].flatMap((by) => [[by, 'ASCENDING'], [by, 'DESCENDING']]),
  )('by %s %s has each shipment once, page by page, searched or not', async (by, direction) => {
    for (const filter of [null, { phases: ['IN_TRANSIT', 'AT_ORIGIN', 'AT_DESTINATION', 'AT_TRANSSHIPMENT'] }]) {
      const whole = titles(await list({ sort: { by, direction }, filter }));
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page: List = await list({ sort: { by, direction }, filter, first: 3, after });
        paged.push(...titles(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(paged.length);
    }
  }); // prettier-ignore

  it('by arrival ends with those that nobody expects, whichever way', async () => {
    for (const direction of ['ASCENDING', 'DESCENDING']) {
      const { edges } = await list({ sort: { by: 'ARRIVAL', direction } });
      const times = edges.map(({ node }) => node.arrivesAt);
      const known = times.filter((time) => time !== null);
      expect(times.slice(0, known.length)).toEqual(known);
      expect(direction === 'ASCENDING' ? known : known.toReversed()).toEqual(known.toSorted());
    }
  });

  it('within dates has those alone', async () => {
    const { edges } = await list({ filter: { arrival: { from: '2026-11-21T00:00:00Z', until: '2026-12-31T00:00:00Z' } } });
    expect(edges.length).toBeGreaterThan(0);
    for (const { node } of edges) expect(node.arrivesAt?.slice(0, 10)).toMatch(/^2026-1[12]-/);
  }); // prettier-ignore

  it('of more than can be looked through counts all exactly, whatever it is limited by and wherever the page begins', async () => {
    const driver = openGraph();
    const office = '9999999';
    const hour = (index: number) => new Date(Date.parse('2031-01-01T00:00:00Z') + index * 3_600_000).toISOString();
    const before = await list({ first: 1 });
    const inPhase = (await list({ first: 1, filter: { phases: [PHASE] } })).totalCount;
    try {
      await driver.executeQuery(MANY_MORE, { office: `OFFICE:${office}`, phase: `PHASE:${PHASE}`, from: neo4j.int(Date.parse(hour(0))) });
      const count = async (filter: object, more: object = {}) => {
        const { totalCount, isTotalAtLeast } = await list({ first: 1, filter, ...more });
        expect(isTotalAtLeast).toBe(false);
        return totalCount;
      };
      expect(await count({})).toBe(before.totalCount + 1200);
      expect(await count({}, { after: (await list({ first: 1 })).pageInfo.endCursor })).toBe(before.totalCount + 1200);
      expect(await count({ office })).toBe(1200);
      expect(await count({ phases: [PHASE] })).toBe(inPhase + 600);
      expect(await count({ arrival: { from: hour(1), until: hour(1001) } })).toBe(1000);
      expect(await count({ arrival: { from: hour(1), until: hour(1001) } }, { sort: { by: 'ARRIVAL' } })).toBe(1000);
      expect(await count({ arrival: { from: hour(1) }, departure: { until: hour(901) } }, { sort: { by: 'CHANGED' } })).toBe(900);
      expect(await count({ office, phases: [PHASE], arrival: { from: hour(201) } })).toBe(500);
      expect(await count({ office, phases: ['BOOKED', PHASE], arrival: { until: hour(0) } })).toBe(0);
    } finally {
      await driver.executeQuery(`MATCH (m:ShipmentSummary) WHERE m.id STARTS WITH 'shp_more' DELETE m`);
      await driver.close();
    }
  }); // prettier-ignore

  it('refuses a cursor of another order', async () => {
    const { pageInfo } = await list({ first: 1 });
    const answer = await ask(system.url, LIST, { sort: { by: 'ARRIVAL' }, after: pageInfo.endCursor });
    expect(answer.errors?.[0]?.message).toContain('none of a list in this order');
  });

  it('is walked by the index of its order', async () => {
    const driver = openGraph();
    for (const [sort, isOwn, ranges] of LIST_SORTS.flatMap(
      (one) =>
        [
          [one, false, []],
          [one, true, []],
          [one, false, ['arrivesAt']],
          [one, true, ['etaAt', 'changedAt']],
        ] as const,
    )) {
      const shape = {
        sort,
        isDescending: true,
        isSearched: false,
        ranges,
        isCounted: true,
        isOwn,
      } as const;
      const params = {
        value: 1,
        id: '',
        undatedId: '',
        undated: '',
        limit: neo4j.int(1),
        query: null,
        ownUrgency: 'urgency@FORWARDER',
        otherwise: '',
        arrivesAtFrom: 1,
        arrivesAtUntil: 2,
        etaAtFrom: 1,
        etaAtUntil: 2,
        changedAtFrom: 1,
        changedAtUntil: 2,
      };
      const { summary } = await driver.executeQuery(`EXPLAIN ${pageSummaries(shape).text}`, params);
      const plan = JSON.stringify(summary.plan);
      expect(plan).toContain('NodeIndexSeek');
      expect(plan).not.toContain('NodeByLabelScan');
    }
    await driver.close();
  });
});

describe('many numbers at once', () => {
  const MANY = `query ($numbers: [String!]!) { lookupMany(numbers: $numbers) {
    query candidates { scheme confidence repairs found } hits { via { value } shipment { title { value } phase } } } }`;
  interface Many {
    readonly lookupMany: readonly { readonly query: string; readonly candidates: readonly { readonly found: boolean }[]; readonly hits: readonly { readonly shipment: { readonly title: { readonly value: string } } }[] }[];
  } // prettier-ignore

  it('are found in two statements, each in its place', async () => {
    const known = ['COSU6412780350', 'cbhu 380417-5', '172-26114686', '26638154', 'COSU6417702388'];
    const numbers = Array.from({ length: 200 }, (_, index) => known[index] ?? `NOBODY${index}`);
    system.takeStatements();
    const answer = await ask<Many>(system.url, MANY, { numbers });
    expect(system.takeStatements()).toEqual(['findShipmentsByNumber', 'summariesById']);
    const found = answer.data?.lookupMany ?? [];
    expect(found.map(({ query }) => query)).toEqual(numbers);
    expect(found.slice(0, 5).every(({ candidates }) => candidates.some((one) => one.found))).toBe(true);
    expect(found[1]?.hits[0]?.shipment.title.value).toBe('COSU6415530971');
    expect(found.slice(5).every(({ hits }) => hits.length === 0)).toBe(true);
    const refused = await ask(system.url, MANY, { numbers: [...numbers, 'x'] });
    expect(refused.errors?.[0]?.message).toContain('At most 200');
  });
});

describe('a number with a slip', () => {
  it.each([
    ['COSU6412780530', 'COSU6412780350'],
    ['COSU6415530972', 'COSU6415530971'],
    ['CBHU3804157', 'CBHU3804175'],
    ['17226114668', '172-26114686'],
  ])('%s may be %s', async (typed, meant) => {
    const query = 'query ($number: String!) { suggestions(number: $number) { number { value } slip at } }';
    system.takeStatements();
    const answer = await ask<{ suggestions: { number: { value: string } }[] }>(system.url, query, { number: typed }); // prettier-ignore
    expect(answer.data?.suggestions.map(({ number }) => number.value)).toContain(meant);
    expect(system.takeStatements().length).toBeLessThanOrEqual(2);
  });
});

describe('a list as a table', () => {
  const at = (path: string) => new URL(path, system.url).href;

  it('is CSV that a spreadsheet reads, with heads in the language asked for', async () => {
    const response = await fetch(at('/export/shipments.csv?lang=zh-CN&sort=ARRIVAL&bill=COSU*'));
    expect(response.headers.get('content-disposition')).toContain('shipments.csv');
    const lines = Buffer.from(await response.arrayBuffer())
      .toString()
      .split('\r\n');
    expect(lines[0]?.startsWith('\uFEFF单号,')).toBe(true);
    const shown = titles(await list({ filter: { bill: 'COSU*' }, sort: { by: 'ARRIVAL' } }));
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual([...shown, '']);
    expect(shown).toContain('COSU6415530971');
  });

  it('has parties and goods where they are asked for, as each shipment tells them', async () => {
    const csv = await (await fetch(at('/export/shipments.csv?with=cargo&bill=COSU6415530971'))).text();
    const [heads = '', row = ''] = csv.trimEnd().split('\r\n');
    expect(
      heads.endsWith('Last change (UTC),Consignor,Consignee,Declarant,Goods,Packages,Gross weight (kg)'),
    ).toBe(true);
    const asked =
      'query ($number: String!) { lookup(number: $number) { shipments { shipment { parties { role name } goods { lines { description } } } } } }';
    interface Told {
      readonly parties: readonly { readonly role: string; readonly name: string | null }[];
      readonly goods: readonly { readonly lines: readonly { readonly description: string | null }[] }[];
    }
    const { data } = await ask<{ lookup: { shipments: { shipment: Told }[] } }>(system.url, asked, {
      number: 'COSU6415530971',
    });
    const { parties = [], goods = [] } = data?.lookup.shipments[0]?.shipment ?? {};
    const told = [
      ...parties.flatMap(({ role, name }) =>
        name !== null && ['CONSIGNOR', 'CONSIGNEE', 'DECLARANT'].includes(role) ? name : [],
      ),
      ...goods.flatMap(({ lines }) => lines.flatMap(({ description }) => description ?? [])),
    ];
    expect(told.length).toBeGreaterThan(1);
    for (const one of told) expect(row).toContain(one.replaceAll('"', '""'));
    expect(await (await fetch(at('/export/shipments.csv?bill=COSU6415530971'))).text()).not.toContain(
      'Consignor',
    );
  });

  it('is a workbook, too', async () => {
    const response = await fetch(at('/export/shipments.xlsx'));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    expect(bytes.includes('xl/worksheets/sheet1.xml')).toBe(true);
  });

  it.each(['csv', 'xlsx'])(
    'as %s has a tag: whoever has it is told so, until the list is another',
    async (kind) => {
      const of = (query: string, tag: string) =>
        fetch(at(`/export/shipments.${kind}?${query}`), { headers: { 'if-none-match': tag } });
      const first = await of('sort=ARRIVAL', '');
      const tag = first.headers.get('etag') ?? '';
      expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
      expect(tag).toMatch(/^"\S+"$/);
      expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(500);
      const again = await of('sort=ARRIVAL', tag);
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
      for (const other of [
        'sort=ARRIVAL&lang=zh-CN',
        'sort=ARRIVAL&bill=COSU*',
        'sort=ARRIVAL&direction=DESCENDING',
      ])
        expect((await of(other, tag)).status, other).toBe(200);
    },
  );

  it('says what of a filter cannot be read', async () => {
    const response = await fetch(at('/export/shipments.csv?phases=LOST'));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'BAD_FILTER' });
  });
});

it('each answer says what it cost', async () => {
  const response = await fetch(system.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: LIST, variables: { first: 10 } }),
  });
  expect(await response.json()).toMatchObject({
    extensions: { cost: { cost: expect.any(Number), limit: 100_000 } },
  });
});
