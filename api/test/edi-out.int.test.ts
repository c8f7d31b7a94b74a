import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
const BILL = 'COSU6415530971';
const BOX = 'CBHU3804220';
let system: SampleSystem;
beforeAll(async () => {
  system = await startSampleSystem();
}, START_MS);
afterAll(() => system.stop());

interface Told {
  readonly reference: string;
  readonly type: string;
  readonly segments: readonly string[];
}

/** Messages of one interchange; its counts and references have to be right. */
function read(text: string): Told[] {
  // What is released by ? separates nothing.
  const segments = text
    .slice(9)
    .split(/(?<!\?)'/)
    .slice(0, -1);
  const elements = segments.map((one) => one.split(/(?<!\?)\+/));
  const [unb, unz] = [elements[0], elements.at(-1)];
  expect([unb?.[0], unz?.[0], unz?.[2]]).toEqual(['UNB', 'UNZ', unb?.[5]]);
  const starts = elements.flatMap(([tag], index) => (tag === 'UNH' ? [index] : []));
  expect(Number(unz?.[1])).toBe(starts.length);
  return starts.map((start, index) => {
    const end = elements.findIndex(([tag], at) => at > start && tag === 'UNT');
    expect(elements[end]).toEqual(['UNT', String(end - start + 1), String(index + 1)]);
    const [, , reference = ''] = elements.find(([tag], at) => at > start && tag === 'BGM') ?? [];
    return { reference, type: elements[start]?.[2] ?? '', segments: segments.slice(start + 1, end) };
  });
}

/** All messages of a list, page by page. */
async function list(path: string): Promise<Told[]> {
  const told: Told[] = [];
  for (let at: string | undefined = path; at !== undefined;) {
    const response: Response = await fetch(new URL(at, system.url));
    expect([200, 204], at).toContain(response.status);
    if (response.status === 200) told.push(...read(await response.text()));
    at = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return told;
}

/** What is told now, and where to ask for what comes. */
async function poll(path: string): Promise<{ told: Told[]; at: string }> {
  const told: Told[] = [];
  for (let at = path; ;) {
    const response = await fetch(new URL(at, system.url));
    expect([200, 204], at).toContain(response.status);
    if (response.status === 200) told.push(...read(await response.text()));
    const [, next = '', rel] = /^<([^>]+)>; rel="(\w+)"$/.exec(response.headers.get('link') ?? '') ?? [];
    expect(['next', 'monitor']).toContain(rel);
    if (rel === 'monitor') return { told, at: next };
    at = next;
  }
}

const ids = (told: readonly Told[]) => told.map(({ reference }) => reference).sort();

it('tells the sample world in messages, each once, in interchanges of any length', async () => {
  const all = await list('/edi/v1/iftsta?limit=1000&charset=UNOW');
  expect(all.length).toBeGreaterThan(100);
  expect(new Set(ids(all)).size).toBe(all.length);
  expect(new Set(all.map(({ type }) => type))).toEqual(new Set(['IFTSTA:D:00B:UN']));
  expect(ids(await list('/edi/v1/iftsta?limit=37&charset=UNOA'))).toEqual(ids(all));
});

it('tells of a bill what its terminal reported, and what has come since', async () => {
  const before = await list(`/edi/v1/codeco?number=${BILL}`);
  await system.deliver('ningbo-terminal', gateOut(BOX, '1642'));
  const gone = await eventually('the box is told', async () => {
    const told = await list(`/edi/v1/codeco?number=${BILL}`);
    return told.find(({ segments }) => segments.some((one) => one.startsWith(`EQD+CN+${BOX}`)) && segments.includes('DTM+7:202611211642:203')) ?? null; // prettier-ignore
  });
  expect(gone.type).toBe('CODECO:D:95B:UN:ITG14');
  expect(gone.segments[0]).toBe(`BGM+36+${gone.reference}+9`);
  expect(gone.segments).toContain(`RFF+BM:${BILL}`);
  expect(gone.segments.find((one) => one.startsWith('LOC+165+'))).toContain('CNNBO:139:6');
  expect(ids(before)).not.toContain(gone.reference);
  const status = await list(`/edi/v1/iftsta?number=${BOX}`);
  expect(status.find(({ reference }) => reference === gone.reference)?.segments).toContain(
    'DTM+334:202611211642?+08:303',
  );
});

it('cancels under its number what was replaced, for who polls on', async () => {
  const box = 'CBHU3804175';
  const first = await poll(`/edi/v1/codeco?number=${BILL}&limit=2`);
  await system.deliver('ningbo-terminal', gateOut(box, '1500'));
  const came = await eventually('the box is told', async () => {
    const page = await poll(first.at);
    return page.told.length > 0 ? page : null;
  });
  const heads = ({ told }: { told: readonly Told[] }) => told.map(({ segments }) => segments[0]);
  const reference = came.told[0]?.reference ?? '';
  expect(heads(came)).toEqual([`BGM+36+${reference}+9`]);
  expect(ids(first.told)).not.toContain(reference);

  await system.deliver('ningbo-terminal', gateOut(box, '1530', 'RECTIFIED'));
  const went = await eventually('the old time is cancelled', async () => {
    const page = await poll(came.at);
    return page.told.length > 1 ? page : null;
  });
  const other = went.told.find((one) => one.reference !== reference);
  expect(heads(went).toSorted()).toEqual([`BGM+36+${reference}+1`, `BGM+36+${other?.reference}+9`].toSorted());
  expect(went.told.find((one) => one.reference === reference)?.segments).toEqual(expect.arrayContaining(['DTM+7:202611211500:203', 'CNT+16:1']));
  expect(other?.segments).toContain('DTM+7:202611211530:203');
  expect((await poll(went.at)).told).toEqual([]);
  const standing = await list(`/edi/v1/codeco?number=${BILL}`);
  expect(ids(standing)).toContain(other?.reference);
  expect(ids(standing)).not.toContain(reference);
}); // prettier-ignore

it('writes the same question in the same bytes, and says to whom', async () => {
  const address = new URL(`/edi/v1/iftsta?number=${BILL}&sender=tl:zz&recipient=forwarder:14`, system.url);
  const first = await fetch(address);
  const text = await first.text();
  expect(text).toMatch(/^UNA:\+\.\? 'UNB\+UNOC:3\+TL:zz\+FORWARDER:14\+\d{6}:\d{4}\+[0-9A-F]{14}'/);
  expect(first.headers.get('content-type')).toBe('application/EDIFACT; charset=iso-8859-1');
  expect(await (await fetch(address)).text()).toBe(text);
  const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

it.each([
  ['limit=0', 'BAD_QUERY'],
  ['charset=UNOX', 'BAD_QUERY'],
  ['recipient=%E4%B8%AD', 'BAD_QUERY'],
  ['since=yesterday', 'BAD_QUERY'],
  ['cursor=abc', 'BAD_CURSOR'],
])('refuses %s', async (query, code) => {
  const response = await fetch(new URL(`/edi/v1/iftsta?${query}`, system.url));
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  expect(await response.json()).toMatchObject({ code });
});

it('answers nothing where nothing is known', async () => {
  expect((await fetch(new URL('/edi/v1/iftsta?number=COSU6499999999', system.url))).status).toBe(204);
  expect((await fetch(new URL('/edi/v1/coarri', system.url))).status).toBe(404);
});
