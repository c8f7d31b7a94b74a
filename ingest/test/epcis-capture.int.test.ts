import { afterAll, beforeAll, expect, it } from 'vitest';
import { dcsaEvent } from './dcsa-event.ts';
import { until } from './ingest-process.ts';
import { openIngestUnderTest, SENDER, type IngestUnderTest } from './ingest-under-test.ts';

// The capture interface of EPCIS 2.0 (§12.6): a document is taken whole or not at all, unless its sender says otherwise.
const PARTNER = { id: 'partner', key: 'key-of-partner' };

let system: IngestUnderTest;
beforeAll(async () => {
  system = await openIngestUnderTest({}, { senders: [PARTNER] });
});
afterAll(() => system.close());

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

it('answers with a job that tells what became of the document', async () => {
  const response = await post('/epcis/v2/capture', JSON.stringify([dcsaEvent('20')]), {
    'content-type': 'application/json',
  });
  expect(response.status).toBe(202);
  const location = response.headers.get('location') ?? '';
  const job = async () => {
    const answer = await fetch(`${system.url()}${location}`, {
      headers: { authorization: `Bearer ${SENDER.key}` },
    });
    return (await answer.json()) as { running: boolean; success: boolean; errors: unknown[] };
  };
  await until('the capture job is done', async () => !(await job()).running);
  // The standard's own default (§12.6).
  expect(response.headers.get('gs1-capture-error-behaviour')).toBe('rollback');
  expect(await job()).toMatchObject({ success: true, errors: [], captureErrorBehaviour: 'rollback' });
  const foreign = await fetch(`${system.url()}${location}`, {
    headers: { authorization: `Bearer ${PARTNER.key}` },
  });
  expect(foreign.status).toBe(404);
});

const event = (second: string, eventTime = `2026-11-07T11:00:${second}+08:00`) => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  bizStep: 'departing',
  epcList: ['urn:epc:id:bic:CSQU3054383'],
  eventTime,
  eventTimeZoneOffset: '+08:00',
});
const capture = async (events: readonly object[], behaviour: string) => {
  const document = { type: 'EPCISDocument', schemaVersion: '2.0', epcisBody: { eventList: events } };
  const headers = { 'content-type': 'application/json', 'gs1-capture-error-behaviour': behaviour };
  return post('/epcis/v2/capture', JSON.stringify(document), headers);
};
interface Job {
  readonly captureID: string;
  readonly running: boolean;
  readonly success: boolean;
  readonly captureErrorBehaviour: string;
  readonly errors: readonly { readonly title: string }[];
}
const finished = async (response: Response): Promise<Job> => {
  expect(response.status).toBe(202);
  const at = `${system.url()}${response.headers.get('location') ?? ''}`;
  const job = async () =>
    (await (await fetch(at, { headers: { authorization: `Bearer ${SENDER.key}` } })).json()) as Job;
  await until('the capture job is done', async () => !(await job()).running);
  return job();
};
const attested = async ({ captureID }: Job) => {
  const [row] = await system.under.query<{ n: number }>(
    'MATCH (w:RawMessage {id: $id}) RETURN toFloat(count { (w)-[:ATTESTS]->() }) AS n',
    { id: captureID },
  );
  return row?.n;
};

it('takes nothing of a document with an error where all is wanted or nothing, and keeps what was sent', async () => {
  const events = [event('10'), event('11', 'yesterday'), event('12')];
  const whole = await finished(await capture(events, 'rollback'));
  expect(whole).toMatchObject({ success: false, captureErrorBehaviour: 'rollback' });
  expect(whole.errors.map(({ title }) => title)).toEqual(['ROLLED_BACK', 'BAD_TIME']);
  expect(await attested(whole)).toBe(0);

  // The same once more is the same job; where what can be taken is wanted, it is read anew.
  expect(await finished(await capture(events, 'rollback'))).toEqual(whole);
  const partly = await finished(await capture(events, 'proceed'));
  expect(partly).toMatchObject({
    captureID: whole.captureID,
    success: false,
    captureErrorBehaviour: 'proceed',
  });
  expect(partly.errors.map(({ title }) => title)).toEqual(['BAD_TIME']);
  expect(await attested(partly)).toBe(2);

  // What was taken stays.
  expect(await finished(await capture(events, 'rollback'))).toEqual(partly);
  expect(await attested(partly)).toBe(2);
});

it('takes back what it wrote before the graph refused a part', async () => {
  // No index holds a key of this length.
  const long = {
    ...dcsaEvent('51'),
    equipmentEventTypeCode: 'LOAD',
    transportCall: {
      UNLocationCode: 'CNNBO',
      modeOfTransport: 'VESSEL',
      exportVoyageNumber: 'V'.repeat(20_000),
      vessel: { vesselIMONumber: '9074729' },
    },
  };
  const headers = { 'content-type': 'application/json' };
  const job = await finished(
    await post('/epcis/v2/capture', JSON.stringify([dcsaEvent('50'), long]), headers),
  );
  expect(job.success).toBe(false);
  expect(job.errors.map(({ title }) => title)).toEqual(['ROLLED_BACK', 'WRITE_FAILED']);
  expect(await attested(job)).toBe(0);
});

it('refuses a behaviour that there is none of', async () => {
  const refused = await capture([event('30')], 'maybe');
  expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'BAD_ERROR_BEHAVIOUR' }]);
});
