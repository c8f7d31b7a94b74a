import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { codecoGateOut, type GateMove } from './codeco.ts';
import { sampleSourceKey } from './sample-numbers.ts';

/** Has the terminal at Ningbo tell of a gate move, as it does: over HTTP, with its key. */
export async function sendGateOut(request: APIRequestContext, move: GateMove): Promise<void> {
  const ingest = process.env['INGEST_URL'];
  if (!ingest) throw new Error('INGEST_URL is not set: run by npm test.');
  const answer = await request.post(`${ingest}/v1/messages`, {
    headers: {
      authorization: `Bearer ${sampleSourceKey('ningbo-terminal')}`,
      'content-type': 'application/edifact',
    },
    data: codecoGateOut(move),
  });
  expect(answer.status()).toBe(202);
}

/** The service's own time, which a page shows in its banner. */
export async function serviceNow(page: Page): Promise<string> {
  return (await page.locator('aside time').first().getAttribute('datetime')) ?? '';
}
