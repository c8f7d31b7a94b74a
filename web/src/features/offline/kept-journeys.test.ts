import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KEPT_META, keptPage } from './kept-journeys.ts';

const at = '2026-11-21T09:28:00.000Z';
const html = '<!DOCTYPE html><html lang="en"><head><title>Journey</title></head><body></body></html>';

it('is the page as it came, with its policy, and says in its head when it was kept', async () => {
  const policy = "script-src 'self' 'nonce-abc'";
  const sent = new Headers({ 'content-security-policy': policy, 'content-encoding': 'gzip', 'content-length': '9' });
  const kept = keptPage(html, sent, 'Master bill COSU6412780350 全程', at);
  expect(kept.headers.get('content-security-policy')).toBe(policy);
  expect(kept.headers.get('content-encoding')).toBeNull();
  expect(kept.headers.get('content-length')).toBeNull();
  expect(decodeURIComponent(kept.headers.get('x-kept-as') ?? '')).toBe('Master bill COSU6412780350 全程');
  expect(await kept.text()).toBe(html.replace('<head>', `<head><meta name="${KEPT_META}" content="${at}">`));
}); // prettier-ignore

it('is looked for by the worker under the names by which the pages keep it', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const names = (text: string) => new Set(text.match(/throughline-(?:journeys|parts)-\d+/g));
  expect(names(read('../../../public/sw.js'))).toEqual(names(read('./kept-journeys.ts')));
});
