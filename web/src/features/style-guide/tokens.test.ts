import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOURS, READ_ON } from './tokens.ts';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');

function schemeOf(name: 'light' | 'dark'): Map<string, string> {
  const block = new RegExp(`\\[data-scheme='${name}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, token, value]) => [token ?? '', value ?? '']));
} // prettier-ignore

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('the colours in %s', (name) => {
  const scheme = schemeOf(name);

  it('are those that the style guide shows', () => {
    expect([...scheme.keys()].toSorted()).toEqual(Object.values(COLOURS).flat().toSorted());
  });

  it.each(READ_ON)('let %s be read on what it stands on', (text, grounds) => {
    for (const ground of grounds)
      expect(contrast(scheme.get(text) ?? '', scheme.get(ground) ?? ''), ground).toBeGreaterThanOrEqual(4.5);
  });
});
