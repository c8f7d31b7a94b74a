import { createHmac } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Aedes } from 'aedes';
import { connectAsync } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dcsaEvent } from './dcsa-event.ts';
import { freePort, push, until } from './ingest-process.ts';
import { openIngestUnderTest, SENDER, type IngestUnderTest } from './ingest-under-test.ts';
import { startSftpServer, type SftpServer } from './sftp-server.ts';

// Each receiver acknowledges only what is durable, says clearly what it does not take, and can be switched off.
const BYTES_MAX = 1024 * 1024;
const CALLBACK_SECRET = Buffer.from('a secret of the subscription').toString('base64');
const LIMITED = { id: 'limited', key: 'key-of-limited', profile: { messagesPerMinuteMax: 2 } };
const SLOW_FILES = { id: 'slow-files', key: 'key-of-slow-files', profile: { messagesPerMinuteMax: 1 } };
const SLOW_TOPIC = { id: 'slow-topic', key: 'key-of-slow-topic', profile: { messagesPerMinuteMax: 1 } };
const SIGNING = { id: 'signing', key: 'key-of-signing', profile: { callbackSecret: CALLBACK_SECRET } };
const GATEWAY = { id: 'gateway', key: 'key-of-gateway' };
const PARTNER = { id: 'partner', key: 'key-of-partner' };

let system: IngestUnderTest;
let sftp: SftpServer;
let broker: { readonly aedes: Aedes; readonly server: Server; readonly port: number };
let udpPort: number;

beforeAll(async () => {
  sftp = await startSftpServer('throughline', 'secret');
  const aedes = await Aedes.createBroker();
  const server = createServer(aedes.handle.bind(aedes));
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  broker = { aedes, server, port };
  udpPort = await freePort();
  system = await openIngestUnderTest(
    { MESSAGE_BYTES_MAX: String(BYTES_MAX), AIS_UDP_PORT: String(udpPort) },
    {
      senders: [LIMITED, SIGNING, GATEWAY, PARTNER, SLOW_FILES, SLOW_TOPIC],
      prepare(data) {
        const passwordFile = join(data, 'sftp.password');
        writeFileSync(passwordFile, 'secret\n');
        const { hostKeySha256 } = sftp;
        writeFileSync(
          join(data, 'receivers.json'),
          JSON.stringify({
            sftp: [
              { source: PARTNER.id, pattern: '*.edi' },
              { source: SLOW_FILES.id, pattern: '*.slow' },
            ].map((one) => ({
              ...one,
              host: '127.0.0.1',
              port: sftp.port,
              username: 'throughline',
              passwordFile,
              hostKeySha256,
              folder: '/out',
              everySeconds: 0.3,
            })),
            mqtt: [
              { source: GATEWAY.id, topics: ['events/#'], clientId: 'throughline-test' },
              { source: SLOW_TOPIC.id, topics: ['slow/#'], clientId: 'throughline-slow' },
            ].map((one) => ({ ...one, url: `mqtt://127.0.0.1:${port}` })),
          }),
        );
      },
    },
  );
});
afterAll(async () => {
  await system.close();
  await sftp.close();
  await new Promise<void>((resolve) => broker.aedes.close(() => broker.server.close(() => resolve())));
});

let number = 0;
function codeco(): string {
  number += 1;
  const reference = `R${number}`;
  return [
    `UNB+UNOA:2+NGBTERM+CARRIERX+261121:0930+${reference}`,
    'UNH+1+CODECO:D:95B:UN:ITG14',
    `BGM+36+GO${reference}+9`,
    'EQD+CN+CSQU3054383+45G1:102:5++3+5',
    `RFF+BM:COSU64000000${String(number).padStart(2, '0')}`,
    'DTM+7:202611210928:203',
    'LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ',
    'UNT+7+1',
    `UNZ+1+${reference}`,
    '',
  ].join("'\n");
}

const post = (
  path: string,
  body: string | FormData,
  headers: Readonly<Record<string, string>> = {},
  key = SENDER.key,
) =>
  fetch(`${system.url()}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...headers },
    body,
  });
const rowsOf = (source: string) =>
  system.under.query<{ id: string; outcome: string | null; format: string | null; events: number }>(
    'MATCH (w:RawMessage {source: $source}) RETURN w.id AS id, w.outcome AS outcome, w.format AS format, w.events AS events ORDER BY w.receivedAt',
    { source },
  );
const readBy = (source: string, count: number) =>
  until(`${count} messages of ${source} are read`, async () => {
    const rows = await rowsOf(source);
    return rows.length === count && rows.every(({ outcome }) => outcome === 'READ');
  });

describe('HTTP push', () => {
  it('unpacks gzip, and stores what was meant, not how it was packed', async () => {
    const text = codeco();
    const packed = (await (
      await push(system.url(), SENDER.key, gzipSync(text), { 'content-encoding': 'gzip' })
    ).json()) as { rawId: string };
    const plain = (await (await push(system.url(), SENDER.key, text)).json()) as { rawId: string };
    expect(packed.rawId).toBe(plain.rawId);
  });

  it.each([
    ['a bomb', gzipSync(Buffer.alloc(64 * BYTES_MAX)), 'gzip', 413, 'TOO_LARGE'],
    ['what is not packed', Buffer.from('UNB+UNOA:2'), 'gzip', 400, 'BAD_ENCODING'],
    ['a packing that nobody knows', Buffer.from('UNB+UNOA:2'), 'zstd', 415, 'UNKNOWN_ENCODING'],
  ])('refuses %s in words', async (_, body, encoding, status, code) => {
    const response = await push(system.url(), SENDER.key, body, { 'content-encoding': encoding });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('takes each file of a form as a message, and names the one that it cannot take', async () => {
    const form = new FormData();
    form.append('files', new Blob([codeco()]), 'a.edi');
    form.append('files', new Blob([Buffer.alloc(BYTES_MAX + 1, 32)]), 'large.edi');
    form.append('files', new Blob([codeco()]), 'b.edi');
    const response = await post('/v1/messages', form);
    expect(response.status).toBe(207);
    expect(await response.json()).toMatchObject({
      accepted: 2,
      messages: [
        { name: 'a.edi', format: 'edifact-codeco' },
        { name: 'large.edi', refused: { code: 'TOO_LARGE' } },
        { name: 'b.edi', format: 'edifact-codeco' },
      ],
    });
  });

  it('takes a batch, text and bytes alike', async () => {
    const messages = [{ text: codeco(), name: 'one' }, { base64: Buffer.from(codeco()).toString('base64') }];
    const response = await post('/v1/batches', JSON.stringify({ messages }));
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({
      accepted: 2,
      messages: [{ name: 'one' }, { name: 'messages[1]' }],
    });
    const bad = await post('/v1/batches', '{"messages":[{"text":1}]}');
    expect([bad.status, await bad.json()]).toMatchObject([400, { code: 'BAD_BATCH' }]);
  });

  it('reads lines of JSON as the events that they are', async () => {
    const lines = `${JSON.stringify(dcsaEvent('10'))}\n${JSON.stringify(dcsaEvent('11'))}\n`;
    const response = await post('/v1/messages', lines, { 'content-type': 'application/x-ndjson' });
    const { rawId } = (await response.json()) as { rawId: string };
    await system.read([rawId]);
    expect((await rowsOf(SENDER.id)).find(({ id }) => id === rawId)).toMatchObject({
      format: 'dcsa-tnt-2',
      events: 2,
    });
  });

  it('keeps a source within its messages a minute and says when to come again', async () => {
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await push(system.url(), LIMITED.key, codeco()));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 429]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answers[2]?.json()).toMatchObject({ code: 'TOO_MANY' });
  });
});

describe('the DCSA callback', () => {
  const callback = (key: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${system.url()}/dcsa/callback/${key}`, { method: 'POST', headers, body });

  it('answers 204 to what it took, and HEAD to a right address alone', async () => {
    expect((await callback(PARTNER.key, JSON.stringify([dcsaEvent('30')]))).status).toBe(204);
    expect((await fetch(`${system.url()}/dcsa/callback/${PARTNER.key}`, { method: 'HEAD' })).status).toBe(
      204,
    );
    expect((await callback('nobody', '[]')).status).toBe(404);
    await readBy(PARTNER.id, 1);
  });

  it('takes only what is signed where a secret was agreed', async () => {
    const body = JSON.stringify([dcsaEvent('31')]);
    const signature = createHmac('sha256', Buffer.from(CALLBACK_SECRET, 'base64')).update(body).digest('hex');
    const signed = { 'notification-signature': `sha256=${signature}` };
    expect((await callback(SIGNING.key, body)).status).toBe(401);
    expect((await callback(SIGNING.key, `${body} `, signed)).status).toBe(401);
    expect((await callback(SIGNING.key, body, signed)).status).toBe(204);
    await readBy(SIGNING.id, 1);
  });
});

it('fetches files over SFTP and removes them once they are stored', async () => {
  const before = (await rowsOf(PARTNER.id)).length;
  sftp.files.set('in.edi', Buffer.from(codeco()));
  sftp.files.set('other.txt', Buffer.from('not ours'));
  await until('the file is fetched', () => !sftp.files.has('in.edi'));
  expect([...sftp.files.keys()]).toEqual(['other.txt']);
  await readBy(PARTNER.id, before + 1);
});

it('tells of a file that is too large for it, with its reason, where all messages of the source are', async () => {
  sftp.files.set('huge.edi', Buffer.alloc(BYTES_MAX + 1, 'x'));
  await until('it is told', async () =>
    (await rowsOf(PARTNER.id)).some(
      ({ outcome, format }) => outcome === 'UNREADABLE' && format === 'not-taken-1',
    ),
  );
  const [told] = await system.under.query<{ issues: string }>(
    "MATCH (w:RawMessage {source: $source, format: 'not-taken-1'}) RETURN w.issues AS issues",
    { source: PARTNER.id },
  );
  expect(JSON.parse(told?.issues ?? '[]')).toMatchObject([
    { code: 'TOO_LARGE', severity: 'ERROR', at: 'huge.edi', value: `${BYTES_MAX + 1} > ${BYTES_MAX} bytes` },
  ]);
  expect([...sftp.files.keys()].sort()).toEqual(['huge.edi', 'other.txt']);
});

it('takes what a broker publishes, and acknowledges it only when it is stored', async () => {
  const publisher = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
  await until('the service is subscribed', () => broker.aedes.connectedClients >= 3);
  await publisher.publishAsync('events/gate', JSON.stringify(dcsaEvent('40')), { qos: 1 });
  await publisher.publishAsync('events/gate', JSON.stringify(dcsaEvent('41')), { qos: 1 });
  await publisher.publishAsync('events/edi', codeco(), { qos: 1 });
  await until('three events are taken', async () => {
    const rows = await rowsOf(GATEWAY.id);
    return rows.reduce((total, { events }) => total + (events ?? 0), 0) === 3;
  });
  await publisher.endAsync();
});

it('holds files and topics of a source to its messages a minute, and leaves the rest where it is', async () => {
  const publisher = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
  for (const name of ['a.slow', 'b.slow']) sftp.files.set(name, Buffer.from(codeco()));
  for (const id of ['51', '52'])
    await publisher.publishAsync('slow/gate', JSON.stringify(dcsaEvent(id)), { qos: 1 });
  const heldBack = async (source: string) =>
    new RegExp(`throughline_held_back_total\\{source="${source}"\\} [1-9]`).test(
      await (await fetch(`${system.url()}/metrics`)).text(),
    );
  for (const { id } of [SLOW_FILES, SLOW_TOPIC]) {
    await until(`${id} is held back`, () => heldBack(id));
    await readBy(id, 1);
  }
  expect([...sftp.files.keys()].filter((name) => name.endsWith('.slow'))).toHaveLength(1);
  await publisher.endAsync();
});

it('takes AIS sentences as datagrams', async () => {
  const socket = createSocket('udp4');
  socket.send('!AIVDM,1,1,,A,16:lOV@P1s8fsO0AQE`3RBnt0000,0*62\r\n', udpPort, '127.0.0.1');
  await readBy('ais-station', 1);
  socket.close();
});

it('shows what a spreadsheet says before its mapping is saved, and reads it by the mapping afterwards', async () => {
  // Two columns that only this mapping knows, a title above, a short row at the end.
  const file =
    '柜子出场\n柜子;离开\nCSQU3054383;21.11.2026 09:28\nCSQU3054380;gestern\nCBHU1234561\n合计;3\n';
  const mapping = {
    id: 'gate-list',
    name: 'Gate list',
    match: ['柜子', '离开'],
    columns: { container: ['柜子'] },
    events: [{ code: 'GATED_OUT', classifier: 'ACTUAL', headers: ['离开'], place: 'place' }],
    constants: { place: 'CNNBO', mode: 'TRUCK' },
    dateFormats: ['DD.MM.YYYY HH:mm'],
  };
  const form = new FormData();
  form.append('file', new Blob([file]), 'gate.csv');
  // As `curl -F mapping=@gate-list.json` sends it: a file with a name of its own.
  form.append('mapping', new Blob([JSON.stringify(mapping)]), 'gate-list.json');
  const preview = await post('/v1/tables/preview', form, {}, GATEWAY.key);
  expect(preview.status).toBe(200);
  expect(await preview.json()).toMatchObject({
    header: ['柜子', '离开'],
    missing: [],
    rowCount: 4,
    rows: [
      { events: [{ code: 'GATED_OUT' }], issues: [] },
      {
        events: [],
        issues: [
          { code: 'BAD_CHECK_DIGIT', row: 4, column: '柜子', value: 'CSQU3054380' },
          {
            code: 'BAD_TIME',
            row: 4,
            column: '离开',
            value: 'gestern',
            expected: { en: 'a date and time: DD.MM.YYYY HH:mm, YYYY-MM-DD HH:mm' },
          },
        ],
      },
      { events: [], issues: [{ code: 'MISSING_FIELD', row: 5, column: 'time' }] },
      { events: [], issues: [] },
    ],
  });
  const saved = await fetch(`${system.url()}/v1/tables/gate-list`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${GATEWAY.key}` },
    // Its address says its id.
    body: JSON.stringify({ ...mapping, id: undefined }),
  });
  expect(saved.status).toBe(200);
  const wrong = await fetch(`${system.url()}/v1/tables/gate-list`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${GATEWAY.key}` },
    body: JSON.stringify({ ...mapping, columns: { box: ['柜子'] } }),
  });
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({
    code: 'BAD_MAPPING',
    detail: expect.stringMatching(/^"box" is no field\. Fields are container, /) as string,
  });
  const told = (await (await push(system.url(), GATEWAY.key, file)).json()) as Record<string, string>;
  expect(told).toMatchObject({ format: 'table-mapped' });
  await system.read([told['rawId'] ?? '']);
  expect((await rowsOf(GATEWAY.id)).find(({ id }) => id === told['rawId'])).toMatchObject({
    format: 'table-mapped',
    events: 1,
  });
  // Another sender has no such mapping.
  const other = (await (await push(system.url(), SENDER.key, file)).json()) as Record<string, string>;
  expect(other['warning']).toMatch(/^UNKNOWN_FORMAT/);
});

it('switches receivers off by their names', async () => {
  const off = await openIngestUnderTest({ RECEIVERS_OFF: 'http-push, dcsa-callback' });
  try {
    expect((await push(off.url(), SENDER.key, codeco())).status).toBe(404);
    expect((await fetch(`${off.url()}/dcsa/callback/${SENDER.key}`, { method: 'HEAD' })).status).toBe(404);
    expect((await fetch(`${off.url()}/readyz`)).status).toBe(200);
  } finally {
    await off.close();
  }
});
