import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

// The whole sample world, asked for by each way to ask: what is found is named in full, so that one too many fails as well.
const MACHINE = 'COSU6417702388';
const COFFEE = 'COSU6415530971';
const HANDSETS = '172-26114686';
const GLASS = '26638154';
const TEXTILES = 'COSU6409912745';
const COATINGS = 'COSU6417116350';
const TOOLS = 'COSU6419318827';
/** One master and its two houses, on the same ships. */
const PARTS = ['COSU6412780350', 'JLR26CKG00117', 'JLR26CKG00118'];

/** The declaration of the coffee, as its broker sent it to customs on the morning of 18 November 2026, local time. */
const DECLARED = `UNB+UNOC:3+HAINABROKER+NINGBOCUSTOMS+261118:0850+CD0001'
UNH+1+CUSDEC:D:96B:UN'
BGM+929+310420261000208861+9'
DTM+137:202611180850:203'
RFF+BM:${COFFEE}'
NAD+DT+91330200TEST00042K::ZZZ+NINGBO HAINA CUSTOMS BROKERS'
UNS+D'
CST+0001+09011100:108:ZZZ'
UNS+S'
UNT+9+1'
UNZ+1+CD0001'
`;

interface Found {
  readonly shipments: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly title: { readonly value: string } } }[];
  };
}

let system: SampleSystem;
beforeAll(async () => {
  system = await startSampleSystem();
  await system.deliver('customs-single-window', DECLARED, '2026-11-18T00:55:00Z');
  // Summaries are derived beside intake.
  await eventually('the broker is heard of', async () => ((await found({ declarant: 'HAINA' })).length > 0 ? true : null)); // prettier-ignore
}, 300_000);
afterAll(() => system.stop());

async function found(filter: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const query = `query ($filter: ShipmentFilter) { shipments(filter: $filter, first: 100) {
    totalCount edges { node { title { value } } } } }`;
  const { data, errors } = await ask<Found>(system.url, query, { filter });
  if (!data) throw new Error(JSON.stringify(errors));
  const { edges, totalCount } = data.shipments;
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.title.value).toSorted();
}

type Case = readonly [filter: Readonly<Record<string, unknown>>, titles: readonly string[]];

function findsExactly(cases: readonly Case[]): void {
  it.each(cases)('%j', async (filter, titles) => expect(await found(filter)).toEqual(titles.toSorted()));
}

describe('cargo is found by its numbers:', () => {
  findsExactly([
    [{ booking: '8207115530' }, PARTS],
    [{ booking: ' 8211 240963' }, [TOOLS]],
    [{ booking: '82099*' }, [MACHINE]],
    [{ booking: 'COSU6417702388' }, []],
    [{ transit: '2202202600057713' }, [MACHINE]],
    [{ transit: '22022026*' }, [MACHINE]],
    [{ transit: '310420261000208861' }, []],
    [{ declaration: '310420261000208861' }, [COFFEE]],
    [{ declaration: '800220260000417238' }, PARTS],
  ]);
});

describe('cargo is found by who has to do with it:', () => {
  findsExactly([
    [{ declarant: 'Ningbo Haina' }, [COFFEE]],
    [{ declarant: 'haina' }, [COFFEE]],
    [{ declarant: '91330200TEST00042K' }, [COFFEE]],
    [{ declarant: 'Serra Verde' }, []],
    [{ consignor: 'Serra Verde' }, [COFFEE]],
    [{ consignor: 'Haina' }, []],
    [{ consignee: '锦江' }, [MACHINE]],
    [{ consignee: 'Moselle' }, [HANDSETS]],
  ]);
});

describe('cargo is found by what carries it:', () => {
  findsExactly([
    [{ vessel: 'Sample Meridian', voyage: '012W' }, PARTS],
    [{ vessel: '9944118', voyage: '012w' }, PARTS],
    [{ vessel: 'SAMPLE SAKURA', voyage: '012W' }, []],
    [{ vessel: 'SAMPLE KAPOK' }, [...PARTS, TOOLS]],
    [{ vessel: 'SAMPLE KAPOK', voyage: '121W' }, [TOOLS]],
    [{ voyage: '228W' }, [MACHINE]],
    [{ train: 'X8712' }, [MACHINE]],
    [{ train: 'x8712@2026-11-20' }, [MACHINE]],
    [{ train: 'X8712@2026-11-19' }, []],
    [{ train: 'X8157' }, [GLASS]],
    [{ flight: 'CV9737' }, [HANDSETS]],
    [{ flight: 'cv 9737@2026-11-21' }, [HANDSETS]],
    [{ flight: 'CV9737@2026-11-20' }, []],
  ]);
});

describe('cargo is found by where it goes:', () => {
  findsExactly([
    [{ origin: 'BRSSZ' }, [COFFEE]],
    [{ origin: '横滨' }, [MACHINE]],
    [{ origin: 'NLRTM' }, [COATINGS]],
    [{ destination: 'NLRTM' }, [...PARTS, TEXTILES, TOOLS]],
    [{ destination: '鹿特丹', origin: 'CNNBO' }, [TEXTILES, TOOLS]],
    [{ destination: 'LULUX' }, [HANDSETS]],
    [{ port: 'SGSIN' }, PARTS],
    [{ office: '3104', port: 'BRSSZ' }, [COFFEE]],
  ]);
});

describe('cargo is found by what is wrong with it:', () => {
  findsExactly([
    [{ exceptions: ['CUSTOMS_STUCK'] }, [COFFEE]],
    [{ exceptions: ['CUSTOMS_STUCK', 'INSPECTION_OVERDUE'], port: 'CNNBO' }, [COFFEE]],
    [{ exceptions: ['CUSTOMS_STUCK'], destination: 'NLRTM' }, []],
    [{ exceptions: ['REEFER_OUT_OF_RANGE'] }, []],
  ]);
});

/** From an instant (included) until another (left out). */
const within = (from: string | null, until: string | null) => ({ from, until });

describe('cargo is found by when it was or is to be:', () => {
  findsExactly([
    // Yokohama, 13 November, 22:15 local time.
    [{ departure: within('2026-11-13T13:15:00Z', '2026-11-13T13:16:00Z') }, [MACHINE]],
    [{ departure: within('2026-11-13T13:14:00Z', '2026-11-13T13:15:00Z') }, []],
    [{ departure: within(null, '2026-10-01T00:00:00Z') }, [TEXTILES]],
    [{ arrival: within('2026-11-16T00:00:00Z', '2026-11-17T21:20:00Z') }, [COFFEE]],
    [{ arrival: within(null, '2026-10-01T00:00:00Z') }, [TEXTILES]],
    [{ eta: within('2026-11-29T12:07:00Z', '2026-11-29T12:08:00Z') }, PARTS],
    // What has arrived is expected no more.
    [{ eta: within(null, '2026-11-20T00:00:00Z') }, []],
    [{ declared: within('2026-11-18T00:00:00Z', '2026-11-19T00:00:00Z') }, [COFFEE]],
    [{ declared: within('2026-11-17T01:40:00Z', '2026-11-17T01:41:00Z') }, [MACHINE]],
    [{ released: within('2026-11-18T06:20:00Z', '2026-11-18T06:21:00Z') }, [MACHINE]],
    [{ released: within('2026-11-19T00:00:00Z', null) }, [HANDSETS]],
    [{ changed: within(null, '2026-10-01T00:00:00Z') }, [TEXTILES]],
    [{ released: within('2026-11-01T00:00:00Z', null), flight: 'CV9735' }, [HANDSETS]],
  ]);
});
