import { expect, it } from 'vitest';
import { pasteLines } from './paste-lines.ts';

const box = (value: string, selectionStart: number, selectionEnd: number) => ({
  value,
  selectionStart,
  selectionEnd,
});

it('puts commas between the lines and cells of what is pasted, where the cursor stands', () => {
  expect(pasteLines(box('', 0, 0), 'A1\r\nB2\n\nC3\tD4\n')).toBe('A1, B2, C3, D4');
  expect(pasteLines(box('X, old', 3, 6), 'A1\nB2')).toBe('X, A1, B2');
});

it('leaves a single line to the browser, the break behind it included', () => {
  expect(pasteLines(box('', 0, 0), 'CSQU 305438 3\n')).toBeNull();
});
