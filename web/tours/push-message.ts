import { expect } from '@playwright/test';
import { sampleSourceKey } from './sample-numbers.ts';

/** Sends a message as a source of the sample world does, and has it taken. */
export async function pushMessage(source: string, contentType: string, body: string): Promise<void> {
  const ingest = process.env['INGEST_URL'];
  if (!ingest) throw new Error('INGEST_URL is not set: run by npm test.');
  const answer = await fetch(`${ingest}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sampleSourceKey(source)}`, 'content-type': contentType },
    body,
  });
  expect(answer.status).toBe(202);
}
