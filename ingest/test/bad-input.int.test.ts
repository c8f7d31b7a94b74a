import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageIssue } from 'graph-schema/domain/message';
import { trafficBlock } from '../bench/traffic.ts';
import { push } from './ingest-process.ts';
import { openIngestUnderTest, PLAIN_SENDER, SENDER, type IngestUnderTest } from './ingest-under-test.ts';

// P8: bad input never kills a worker, blocks a queue or costs unbounded time or memory; the sender gets a clear answer.
const BYTES_MAX = 8 * 1024 * 1024;

let system: IngestUnderTest;
beforeAll(async () => {
  system = await openIngestUnderTest({ MESSAGE_BYTES_MAX: String(BYTES_MAX), PENDING_MAX: '12' });
});
afterAll(() => system.close());

interface Status {
  readonly outcome: string | null;
  readonly format: string | null;
  readonly events: number;
  readonly issues: readonly MessageIssue[];
}

/** What the sender is told of its message when it asks. */
async function statusOf(id: string): Promise<Status> {
  const response = await fetch(`${system.url()}/v1/messages/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${SENDER.key}` },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Status;
}

async function sendAndRead(bytes: Uint8Array | string): Promise<Status> {
  const id = await system.send(bytes);
  await system.read([id]);
  return statusOf(id);
}

let reference = 0;
function codeco(box: string, bill = 'COSU6412345678'): string {
  reference += 1;
  return [
    `UNB+UNOA:2+NGBTERM+CARRIERX+261121:0930+${reference}`,
    'UNH+1+CODECO:D:95B:UN:ITG14',
    `BGM+36+GO${reference}+9`,
    `EQD+CN+${box}+45G1:102:5++3+5`,
    `RFF+BM:${bill}`,
    'DTM+7:202611210928:203',
    'LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ',
    'UNT+7+1',
    `UNZ+1+${reference}`,
    '',
  ].join("'\n");
}

function dcsaEvent(id: string, voyage: string) {
  return {
    eventID: id,
    eventType: 'EQUIPMENT',
    eventCreatedDateTime: '2026-11-07T01:40:00Z',
    eventClassifierCode: 'ACT',
    eventDateTime: `2026-11-07T09:${id.slice(-2)}:00+08:00`,
    equipmentEventTypeCode: 'LOAD',
    equipmentReference: 'CSQU3054383',
    emptyIndicatorCode: 'LADEN',
    documentReferences: [{ documentReferenceType: 'TRD', documentReferenceValue: 'COSU6498765432' }],
    transportCall: {
      UNLocationCode: 'CNNBO',
      modeOfTransport: 'VESSEL',
      exportVoyageNumber: voyage,
      vessel: { vesselIMONumber: '9074729' },
    },
  };
}

/** The good message that must be read promptly, whatever came before it. */
async function expectHealthy(): Promise<void> {
  const start = Date.now();
  const status = await sendAndRead(codeco('CSQU3054383'));
  expect(status).toMatchObject({ outcome: 'READ', format: 'edifact-codeco', events: 1, issues: [] });
  expect(Date.now() - start).toBeLessThan(10_000);
}

async function problemOf(response: Response): Promise<{ status: number; code: string; detail: string }> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return (await response.json()) as { status: number; code: string; detail: string };
}

describe('P8 at the door', () => {
  it('refuses an empty body, an unknown key, and a stated receipt of one who may not', async () => {
    expect(await problemOf(await push(system.url(), SENDER.key, ''))).toMatchObject({ status: 400, code: 'EMPTY_MESSAGE' });
    expect(await problemOf(await push(system.url(), 'no such key', 'x'))).toMatchObject({ status: 401, code: 'UNKNOWN_KEY' });
    const stated = { 'throughline-received-at': '2026-01-01T00:00:00Z' };
    expect(await problemOf(await push(system.url(), PLAIN_SENDER.key, 'x', stated))).toMatchObject({
      status: 403,
      code: 'RECEIPT_NOT_YOURS',
    });
    const nonsense = { 'throughline-received-at': 'yesterday' };
    expect(await problemOf(await push(system.url(), SENDER.key, 'x', nonsense))).toMatchObject({ status: 400, code: 'BAD_TIME' });
    expect(await system.rawRows()).toEqual([]);
  }); // prettier-ignore

  it.each(['with a length', 'in chunks'])(
    'tells the sender of a 50 MB message %s so, and goes on on the same connection',
    async (how) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const post = (parts: readonly Buffer[], length: number | null) =>
        new Promise<{ status: number; body: string; port: number }>((resolve, reject) => {
          const headers = { authorization: `Bearer ${SENDER.key}`, ...(length !== null && { 'content-length': length }) };
          const sent = request(`${system.url()}/v1/messages`, { method: 'POST', agent, headers }, (response) => {
            let body = '';
            const port = sent.socket?.localPort ?? -1;
            response.on('data', (chunk: Buffer) => (body += chunk.toString()));
            response.on('end', () => resolve({ status: response.statusCode ?? 0, body, port }));
          });
          sent.on('error', reject);
          for (const part of parts) sent.write(part);
          sent.end();
        }); // prettier-ignore
      const megabyte = Buffer.alloc(1024 * 1024, 'x');
      const parts = Array.from({ length: 50 }, () => megabyte);
      const large = await post(parts, how === 'in chunks' ? null : 50 * megabyte.length);
      expect(large.status).toBe(413);
      expect(JSON.parse(large.body)).toMatchObject({ code: 'TOO_LARGE', detail: expect.stringContaining(String(BYTES_MAX)) as string });
      const good = Buffer.from(codeco('CSQU3054383'));
      const after = await post([good], good.length);
      expect(after).toMatchObject({ status: 202, port: large.port });
      agent.destroy();
      await system.read([(JSON.parse(after.body) as { rawId: string }).rawId]);
    },
  ); // prettier-ignore

  it('asks senders to wait when the queue is full, and takes everything in the end', async () => {
    const messages = Array.from({ length: 80 }, (_, i) => codeco('CSQU3054383', `COSU64000000${10 + i}`));
    let refused = 0;
    const ids = await Promise.all(
      messages.map(async (message) => {
        for (;;) {
          const response = await push(system.url(), SENDER.key, message);
          if (response.status === 202) return ((await response.json()) as { rawId: string }).rawId;
          expect(await problemOf(response)).toMatchObject({ status: 429, code: 'BUSY' });
          expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
          refused += 1;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      }),
    );
    expect(refused).toBeGreaterThan(0);
    await system.read(ids);
    expect(new Set(ids).size).toBe(messages.length);
  });
});

describe('P8 behind the door', () => {
  it('says of bytes in no known format that it does not know them, at once and afterwards', async () => {
    const response = await push(system.url(), SENDER.key, 'Dear all, please find attached');
    const answer = (await response.json()) as { rawId: string; warning: string };
    expect(answer.warning).toContain('UNKNOWN_FORMAT');
    await system.read([answer.rawId]);
    expect(await statusOf(answer.rawId)).toMatchObject({
      outcome: 'UNREADABLE',
      issues: [{ code: 'UNKNOWN_FORMAT', value: 'Dear all, please find attached' }],
    });
  });

  it('tells where an interchange breaks off', async () => {
    const whole = codeco('CSQU3054383');
    const status = await sendAndRead(whole.slice(0, whole.indexOf('LOC+165')));
    expect(status.issues.map((issue) => issue.code)).toContain('TRUNCATED');
  });

  it('names the box whose check digit is wrong, and keeps it as it was written', async () => {
    const status = await sendAndRead(codeco('CSQU3054384'));
    expect(status).toMatchObject({ outcome: 'READ', events: 1 });
    expect(status.issues).toContainEqual(
      expect.objectContaining({ code: 'BAD_CHECK_DIGIT', severity: 'WARNING', value: 'CSQU3054384' }),
    );
  });

  it('reads GBK bytes in a message that claims to be UTF-8, and says that it had to', async () => {
    const head = Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<Manifest><Head><MessageID>CN_MT1101_1</MessageID></Head><Remark>');
    // 宁波 in GBK
    const gbk = Buffer.from([0xc4, 0xfe, 0xb2, 0xa8]);
    const id = await system.send(Buffer.concat([head, gbk, Buffer.from('</Remark></Manifest>')]));
    await system.read([id]);
    const { issues } = await statusOf(id);
    expect(issues.map((issue) => issue.code)).toContain('BAD_CHARSET');
    expect(JSON.stringify(issues)).not.toContain('\ufffd');
  }); // prettier-ignore

  it('expands no entities and stacks no brackets', async () => {
    const levels = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('\n');
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE Manifest [<!ENTITY l0 "ha">\n${levels}]>\n<Manifest><Head><MessageID>&l20;</MessageID></Head></Manifest>`;
    const bombed = await sendAndRead(bomb);
    expect(bombed).toMatchObject({ outcome: 'UNREADABLE', events: 0 });
    expect(bombed.issues.length).toBeGreaterThan(0);
    const deep = `[{"eventClassifierCode":"ACT","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    expect(await sendAndRead(deep)).toMatchObject({ events: 0 });
    expect(await sendAndRead(`${'['.repeat(100_000)}"eventClassifierCode":1`)).toMatchObject({ events: 0 });
    await expectHealthy();
  }); // prettier-ignore

  it('reads a message of more than half a megabyte, away from the thread that answers', async () => {
    const [large] = trafficBlock({ block: 900, boxes: 50, eventsPerArray: 100_000 }).filter(
      ({ bytes }) => bytes.length > 600_000,
    );
    if (!large) throw new Error('the traffic is too small for this test');
    const id = await system.send(large.bytes);
    // Meanwhile the door stays open.
    expect((await fetch(`${system.url()}/healthz`)).status).toBe(200);
    await system.read([id]);
    expect(await statusOf(id)).toMatchObject({ outcome: 'READ', format: 'dcsa-tnt-2', events: 1600, issues: [] });
  }); // prettier-ignore

  it('parks the one claim that the graph refuses, tells so, and takes the others of the message', async () => {
    // No index holds a key of this length.
    const voyage = 'V'.repeat(20_000);
    const events = Array.from({ length: 25 }, (_, i) =>
      dcsaEvent(`refusal-${10 + i}`, i === 17 ? voyage : '037W'),
    );
    const status = await sendAndRead(JSON.stringify(events));
    expect(status).toMatchObject({ outcome: 'READ', events: 24 });
    expect(status.issues).toMatchObject([{ code: 'WRITE_FAILED', at: 'CONTAINER:CSQU3054383', value: 'LOADED' }]);
    const [row] = await system.under.query<{ n: number }>(
      `MATCH (:RawMessage)-[a:ATTESTS]->(:Event {code: 'LOADED'}) WHERE a.ref STARTS WITH 'refusal-' RETURN toFloat(count(a)) AS n`,
    );
    expect(row?.n).toBe(24);
  }); // prettier-ignore

  it('shows a message to its sender only', async () => {
    const id = await system.send(codeco('CSQU3054383'));
    await system.read([id]);
    const asked = await fetch(`${system.url()}/v1/messages/${encodeURIComponent(id)}`, {
      headers: { authorization: `Bearer ${PLAIN_SENDER.key}` },
    });
    expect(await problemOf(asked)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('is well after all of this', expectHealthy);
});
