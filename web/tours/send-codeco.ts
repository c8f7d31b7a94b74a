import type { Page } from '@playwright/test';
import { codecoGateOut, type GateMove } from './codeco.ts';
import { pushMessage } from './push-message.ts';

/** Has the terminal at Ningbo tell of a gate move, as it does: over HTTP, with its key. */
export async function sendGateOut(move: GateMove): Promise<void> {
  await pushMessage('ningbo-terminal', 'application/edifact', codecoGateOut(move));
}

/** The service's own time, which a page shows in its banner. */
export async function serviceNow(page: Page): Promise<string> {
  return (await page.locator('aside time').first().getAttribute('datetime')) ?? '';
}
