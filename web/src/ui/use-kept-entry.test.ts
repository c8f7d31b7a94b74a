import { expect, it } from 'vitest';
import { keepEntry } from './use-kept-entry.ts';

/** A window at this entry; what is said of it goes into the list. */
const at = (state: unknown) => {
  const said: unknown[] = [];
  const href = 'http://localhost/en/ports/CNNBO?asOf=2026-11-28T04:00:00Z#vessel-9398400';
  const replaceState = (...one: unknown[]) => void said.push(one);
  keepEntry({ history: { state, replaceState }, location: { href } });
  return { said, href };
};

it('tells the router of an entry that the browser made, at the very address', () => {
  const { said, href } = at(null);
  expect(said).toEqual([[null, '', href]]);
});

it('leaves what the router keeps with its own as it is', () => {
  expect(at({ __NA: true }).said).toEqual([]);
});
