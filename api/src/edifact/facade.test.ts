import { expect, it } from 'vitest';
import { BOX, contextOf, houseView, manyViews, sampleViews } from '../events/testing/sample-context.ts';
import { createRestApp } from '../rest/rest-app.ts';
import { ediFacade } from './facade.ts';

const app = createRestApp([ediFacade], () => contextOf(sampleViews([houseView()])));
/** A line for each segment. */
const lines = async (path: string) => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return (await response.text()).replaceAll(/(?<!\?)'/g, "'\n");
};

it('a gate move is told as CODECO D.95B', async () => {
  expect(await lines(`/edi/v1/codeco?number=${BOX}&recipient=forwarder:zz`)).toMatchInlineSnapshot(`
    "UNA:+.? '
    UNB+UNOC:3+THROUGHLINE+FORWARDER:zz+261024:0000+31A6A6766896B1'
    UNH+1+CODECO:D:95B:UN:ITG14'
    BGM+34+69A69A69A69A569A87290639A6C64A80+9'
    TDT+20+114S+1+++++9074729:146:11:KAPOK'
    NAD+MS+THROUGHLINE:160:ZZZ'
    NAD+CF+COSU:160:182'
    EQD+CN+CSQU3054383++++5'
    RFF+BM:COSU6400000017'
    RFF+BN:6400000017'
    DTM+7:202610240800:203'
    LOC+165+CNNBO:139:6:Ningbo'
    CNT+16:1'
    UNT+12+1'
    UNZ+1+31A6A6766896B1'
    "
  `);
});

it('a load aboard a ship is told as IFTSTA D.00B, and so is a train’s departure', async () => {
  const told = await lines('/edi/v1/iftsta?charset=UNOA');
  const messages = told.split(/(?=UNH)/);
  expect(messages.find((text) => text.includes('STS+1+48'))).toMatchInlineSnapshot(`
    "UNH+5+IFTSTA:D:00B:UN'
    BGM+23+69A69A69A69A569A80150B0FA1DF33F4+9'
    DTM+137:20261025144800?+00:304'
    CNI+1+COSU6400000017'
    STS+1+48::6'
    RFF+BM:COSU6400000017'
    RFF+BN:6400000017'
    DTM+334:202610252248?+08:303'
    LOC+175+CNNBO:139:6:NINGBO'
    TDT+20+114S+1+++++9074729:146:11:KAPOK'
    EQD+CN+CSQU3054383'
    UNT+12+5'
    "
  `);
  expect(messages.find((text) => text.includes('RFF+AAM'))).toMatchInlineSnapshot(`
    "UNH+2+IFTSTA:D:00B:UN'
    BGM+23+6DB6DB6DB6DB56DB874B756030ACF480+9'
    DTM+137:20261020000000?+00:304'
    CNI+1'
    STS+1+24::6'
    RFF+AAM:26638154'
    DTM+334:202610200800?+08:303'
    LOC+175+:::XI?'AN INTERNATIONAL PORT'
    TDT+20+X8024+2'
    DTM+189:20261020:102'
    EQD+CN+TBJU4182505++++5'
    UNT+12+2'
    "
  `);
});

it('interchanges lead on to the next, each message once, over many shipments too', async () => {
  const many = createRestApp([ediFacade], () => contextOf(manyViews(300)));
  const seen: string[] = [];
  for (let at: string | undefined = '/edi/v1/iftsta?limit=70&recipient=a:b'; at !== undefined;) {
    const response: Response = await many.request(at);
    const text = response.status === 204 ? '' : await response.text();
    if (text !== '') expect(text).toContain('+A:b+');
    seen.push(...[...text.matchAll(/BGM\+23\+(\w+)\+9/g)].map(([, reference = '']) => reference));
    at = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
  }
  expect([seen.length, new Set(seen).size]).toEqual([300, 300]);
});

it('nothing is told of what whoever asks does not see', async () => {
  const own = createRestApp([ediFacade], () => contextOf(sampleViews(), ['SHIPMENT:shp_bbbbbbbbbbbbbbbb']));
  for (const query of [`number=${BOX}`, 'shipment=shp_aaaaaaaaaaaaaaaa'])
    expect((await own.request(`/edi/v1/iftsta?${query}`)).status, query).toBe(204);
  expect((await own.request('/edi/v1/iftsta')).status).toBe(200);
});

it('a cursor is good for its question alone', async () => {
  const first = await app.request('/edi/v1/iftsta?limit=1');
  const next = new URL(/^<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '', 'http://localhost');
  expect((await app.request(next.pathname + next.search)).status).toBe(200);
  expect((await app.request(`${next.pathname}${next.search}&number=${BOX}`)).status).toBe(400);
});
