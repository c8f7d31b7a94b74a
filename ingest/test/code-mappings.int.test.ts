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

  const mapped = await fetch(`${system.url()}/internal/code-mappings`, {
    method: 'POST',
    body: JSON.stringify({ list: LIST, code: '988', canonical: 'GATED_OUT' }),
  });
  expect(await mapped.json()).toMatchObject({ reread: 2 });
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
