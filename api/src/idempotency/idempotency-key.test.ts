import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { idempotencyKeyOf, NO_KEY } from './idempotency-key.ts';
import { open, seal } from '../seal.ts';

const read = (said: string | null) =>
  idempotencyKeyOf(new Headers(said === null ? {} : { 'idempotency-key': said }));

describe('an idempotency key', () => {
  it.each([
    [null, null],
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    [String.raw`"a\"b\\c"`, String.raw`a"b\c`],
    ['k'.repeat(255), 'k'.repeat(255)],
    ['', NO_KEY],
    ['""', NO_KEY],
    ['two words', NO_KEY],
    ['"half', NO_KEY],
    ['k'.repeat(256), NO_KEY],
  ])('%s', (said, expected) => {
    expect(read(said)).toBe(expected);
  });
});

describe('the fingerprint of a mutation', () => {
  const of = (query: string, variableValues: Record<string, unknown> = {}, operationName: string | null = null) =>
    fingerprintOf({ document: parse(query), operationName, variableValues });
  const asked = of('mutation A { act(a: 1) }', { b: { c: 1, d: [1, 2] }, e: null });

  it('is the same however the same is written', () => {
    expect(of('mutation A {\n  act(a: 1)  # once\n}', { e: null, b: { d: [1, 2], c: 1 } })).toBe(asked);
  });

  it('is another for anything else', () => {
    const others = [
      of('mutation A { act(a: 2) }', { b: { c: 1, d: [1, 2] }, e: null }),
      of('mutation A { act(a: 1) }', { b: { c: 1, d: [2, 1] }, e: null }),
      of('mutation A { act(a: 1) }', { b: { c: 1, d: [1, 2] } }),
      of('mutation A { act(a: 1) }', { b: { c: 1, d: [1, 2] }, e: null }, 'A'),
    ];
    expect(new Set([asked, ...others]).size).toBe(5);
  });
}); // prettier-ignore

describe('a kept answer', () => {
  const text = JSON.stringify({ token: 'tl_of-nobody', name: '全程通' });

  it('is read with its secret alone, and says nothing without', () => {
    const sealed = seal(text, 'secret', 'this');
    expect(open(sealed, 'secret', 'this')).toBe(text);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('tl_of-nobody');
    expect(open(sealed, 'another', 'this')).toBeNull();
    expect(open(sealed, 'secret', 'that')).toBeNull();
    expect(seal(text, 'secret', 'this')).not.toBe(sealed);
  });

  it('is none after anything of it was changed, or cut off', () => {
    const sealed = Buffer.from(seal(text, 'secret', 'this'), 'base64url');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(open(changed.toString('base64url'), 'secret', 'this')).toBeNull();
      expect(open(sealed.subarray(0, at).toString('base64url'), 'secret', 'this')).toBeNull();
    }
  });
});
