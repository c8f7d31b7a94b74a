import { expect, it } from 'vitest';
import { asksForBox, type Press } from './box-keys.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isTyping: false, ...held,
}); // prettier-ignore

it('is ⌘K or Ctrl+K, also while something is written', () => {
  expect(asksForBox(press('k', { metaKey: true }), true)).toBe(true);
  expect(asksForBox(press('K', { ctrlKey: true, isTyping: true }), false)).toBe(true);
  expect(asksForBox(press('k'), true)).toBe(false);
  expect(asksForBox(press('k', { ctrlKey: true, shiftKey: true }), true)).toBe(false);
  expect(asksForBox(press('k', { ctrlKey: true, altKey: true }), true)).toBe(false);
});

it('is / where nothing is written and it is not turned off, however a keyboard makes it', () => {
  expect(asksForBox(press('/'), true)).toBe(true);
  expect(asksForBox(press('/', { shiftKey: true }), true)).toBe(true);
  expect(asksForBox(press('/'), false)).toBe(false);
  expect(asksForBox(press('/', { isTyping: true }), true)).toBe(false);
  expect(asksForBox(press('/', { ctrlKey: true }), true)).toBe(false);
});
