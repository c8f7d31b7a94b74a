import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from './ingest-process.ts';
import { openIngestUnderTest, type IngestUnderTest } from './ingest-under-test.ts';

// An unknown code is shown as received and counted; an operator gives it a meaning, and what held it is read again.
let system: IngestUnderTest;
beforeAll(async () => {
  system = await openIngestUnderTest();
});
afterAll(() => system.close());

const LIST = 'edifact-codeco/bgm-1001';
const report = (reference: string, name: string) =>
  [
    `UNB+UNOA:2+NGBTERM+CARRIERX+261121:0930+${reference}`,
    'UNH+1+CODECO:D:95B:UN:ITG14',
    `BGM+${name}+GO${reference}+9`,
    'EQD+CN+CSQU3054383+45G1:102:5++3+5',
    'RFF+BM:COSU6412345678',
    `DTM+7:2026112109${reference}:203`,
    'LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ',
    'UNT+7+1',
    `UNZ+1+${reference}`,
    '',
  ].join("'\n");

const mapped = async (body: object): Promise<unknown> => {
  const url = `${system.url()}/internal/code-mappings`;
  return (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json();
};
/** What a message claims. */
const standingOf = async (raw: string) =>
  (
    await system.under.query<{ code: string }>(
      `MATCH (:RawMessage {id: $raw})-[a:ATTESTS]->(e:Event)
       WHERE a.withdrawn IS NULL OR NOT a.withdrawn RETURN DISTINCT e.code AS code ORDER BY code`,
      { raw },
    )
  ).map(({ code }) => code);

const codes = async () =>
  (await system.under.query<{ code: string }>('MATCH (e:Event) RETURN e.code AS code ORDER BY e.at')).map(
    ({ code }) => code,
  );
const unmapped = () =>
  system.under.query<{ code: string; messages: number }>(
    `MATCH (u:UnmappedCode {list: $list})<-[:HAS_UNMAPPED]-(w) RETURN u.code AS code, toFloat(count(w)) AS messages`,
    { list: LIST },
  );

it('a code gets its meaning, and the claims of every message that held it follow', async () => {
  const ids = [await system.send(report('10', '988')), await system.send(report('11', '988'))];
  await system.send(report('12', '34'));
  await system.read(ids);
  await until('three claims stand', async () => (await codes()).length === 3);
  expect(await codes()).toEqual(['UNMAPPED', 'UNMAPPED', 'GATED_IN']);
  expect(await unmapped()).toEqual([{ code: '988', messages: 2 }]);

  expect(await mapped({ list: LIST, code: '988', canonical: 'GATED_OUT' })).toMatchObject({ reread: 2 });
  const standing = async () =>
    (
      await system.under.query<{ code: string }>(
        `MATCH (e:Event)<-[a:ATTESTS]-() WHERE a.withdrawn IS NULL OR NOT a.withdrawn RETURN e.code AS code ORDER BY e.at`,
      )
    ).map(({ code }) => code);
  await until('the messages are read again', async () => !(await standing()).includes('UNMAPPED'));
  expect(await standing()).toEqual(['GATED_OUT', 'GATED_OUT', 'GATED_IN']);
  expect(await unmapped()).toEqual([]);
  // What comes after is read so at once.
  await system.read([await system.send(report('13', '988'))]);
  expect(await unmapped()).toEqual([]);
});

const ANSWERS = 'edifact-cusres/processing-7365';
const answer = (reference: string, papers: readonly string[]) =>
  [
    `UNB+UNOC:3+EXCUSTOMS:ZZ+THROUGHLINE:ZZ+261120:1010+${reference}`,
    'UNH+1+CUSRES:D:96A:UN',
    `BGM+962+${reference}+11`,
    'DTM+9:202611201005:203',
    'GIS+99',
    ...papers,
    `UNT+${papers.length + 5}+1`,
    `UNZ+1+${reference}`,
    '',
  ].join("'\n");

it('a code means another thing in each variant of its list, and what is said of one leaves the other', async () => {
  const declaration = await system.send(answer('CS1', ['RFF+ABT:DEC-77001']));
  const manifest = await system.send(answer('CS2', ['RFF+BM:COSU6412780352']));
  await system.read([declaration, manifest]);
  const held = await system.under.query(
    `MATCH (u:UnmappedCode {list: $list})<-[:HAS_UNMAPPED]-(w) RETURN u.variant AS variant, w.id AS id ORDER BY variant`,
    { list: ANSWERS },
  );
  expect(held).toEqual([
    { variant: 'MANIFEST', id: manifest },
    { variant: null, id: declaration },
  ]);

  const key = { list: ANSWERS, code: '99' };
  const ofManifest = { ...key, variant: 'MANIFEST' };
  expect(await mapped({ ...ofManifest, canonical: 'MANIFEST_ACCEPTED' })).toMatchObject({ reread: 1 });
  await until(
    'the cargo report is read again',
    async () => (await standingOf(manifest)).join() === 'MANIFEST_ACCEPTED',
  );
  expect(await standingOf(declaration)).toEqual(['UNMAPPED_DOCUMENT']);

  expect(await mapped({ ...key, canonical: 'DECL_RECEIVED' })).toMatchObject({ reread: 1 });
  await until(
    'the declaration is read again',
    async () => (await standingOf(declaration)).join() === 'DECL_RECEIVED',
  );
  expect(await standingOf(manifest)).toEqual(['MANIFEST_ACCEPTED']);

  // Another word on the same row takes the place of the first, also for what was received before it.
  await mapped({ ...ofManifest, canonical: 'MANIFEST_REJECTED' });
  await until(
    'the cargo report follows',
    async () => (await standingOf(manifest)).join() === 'MANIFEST_REJECTED',
  );
  expect(await standingOf(manifest)).toEqual(['MANIFEST_REJECTED']);
  expect(await standingOf(declaration)).toEqual(['DECL_RECEIVED']);
});
