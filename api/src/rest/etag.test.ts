import { expect, it } from 'vitest';
import { isHeld, tagOf } from './etag.ts';
import { wholeOrRest } from './whole-or-rest.ts';

it('an answer is held by whoever sends its tag, among others, as a weak one, or any', () => {
  const tag = tagOf('{"data":{}}');
  expect(tag).toMatch(/^"[\w-]{43}"$/);
  expect(tagOf(Buffer.from('{"data":{}}'))).toBe(tag);
  for (const sent of [tag, `W/${tag}`, `"a", ${tag}`, '*']) expect(isHeld(sent, tag), sent).toBe(true);
  for (const sent of [null, undefined, '', tagOf('{"data":{} }'), tag.replaceAll('"', '')])
    expect(isHeld(sent, tag), String(sent)).toBe(false);
});

it('a body is taken whole up to a size, and goes on where it was left beyond it', async () => {
  let made = 0;
  let isEnded = false;
  async function* body() {
    try {
      for (made = 1; made <= 5; made += 1) yield Buffer.from(String(made).repeat(10));
    } finally {
      isEnded = true;
    }
  }
  const whole = await wholeOrRest(body(), 50);
  const all = Buffer.isBuffer(whole) ? whole.toString() : null;
  expect(all).toBe('1'.repeat(10) + '2'.repeat(10) + '3'.repeat(10) + '4'.repeat(10) + '5'.repeat(10));

  const rest = await wholeOrRest(body(), 25);
  expect(made).toBe(3);
  expect(Buffer.isBuffer(rest)).toBe(false);
  const parts: string[] = [];
  for await (const part of rest as AsyncIterable<Buffer>) parts.push(String(part));
  expect(parts.join('')).toBe(all);

  isEnded = false;
  for await (const part of (await wholeOrRest(body(), 25)) as AsyncIterable<Buffer>) if (String(part).startsWith('2')) break;
  expect(isEnded).toBe(true);
}); // prettier-ignore
