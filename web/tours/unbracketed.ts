import type { Page } from '@playwright/test';
import { segmentsOf } from './told-names.ts';

/** Part of a page that is in none of the brackets around texts of ours. */
interface Unbracketed {
  readonly where: string;
  readonly text: string;
}

/**
 * What is the same in every language, and so stands in no catalogue:
 * - numbers, and words with a digit in them: `CSNU6190343`, `037W`, `+08:00`
 * - words in capitals: `CNNBO`, `UTC`, `IFTSTA`, `KAPOK LINE`
 * - ids of programs, hosts and addresses: `edifact-codeco`, `Asia/Shanghai`, `http://127.0.0.1:9/hook`
 * - names of days and months, which a date is put together of
 * - the product's name, and the names of languages, which each says of itself
 * What an element says verbatim (`code`, `pre`), in a language that it names (`lang`) or as a time (`time`) is not looked at.
 */
const UNIVERSAL = [
  /^[^\p{L}]*$/u,
  /\p{N}/u,
  /^[^\p{Ll}\p{Script=Han}]+$/u,
  /^[a-z][a-z0-9]*(?:[-_.@][a-z0-9]+)+$/,
  /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/,
  /^(?:Throughline|全程通)$/,
];

/** Texts of a page that are neither of a catalogue, nor universal, nor what senders and tables of reference call things. */
export async function hardCodedOn(page: Page, told: ReadonlySet<string>): Promise<string[]> {
  const seen = await page.evaluate(readUnbracketed, ['［', '］'] as const);
  return seen.flatMap(({ where, text }) =>
    segmentsOf(text)
      .filter((segment) => !isUniversal(segment) && !told.has(segment) && !told.has(withoutCodes(segment)))
      .map((segment) => `${where}: ${segment}`),
  );
}

function isUniversal(segment: string): boolean {
  return segment.split(/\s+/).every((word) => UNIVERSAL.some((shape) => shape.test(word)));
}

/** `CNNBO Ningbo` is the name of a place beside its code. */
function withoutCodes(segment: string): string {
  const words = segment.split(/\s+/);
  const first = words.findIndex((word) => !isUniversal(word));
  return words.slice(first, words.findLastIndex((word) => !isUniversal(word)) + 1).join(' ');
}

/** In the browser: texts and what stands for them, in the order of the page, since a text may be put together of elements. */
function readUnbracketed([open, close]: readonly [string, string]): Unbracketed[] {
  const verbatim = 'script, style, noscript, template, code, pre, kbd, time, [lang]:not(html)';
  const attributes = ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'];
  const found: Unbracketed[] = [];
  const read = (text: string, where: string, from: number): number => {
    let depth = from;
    let outside = '';
    for (const letter of text) {
      if (letter === close) depth -= 1;
      if (depth === 0 && letter !== close && letter !== open) outside += letter;
      // What stands on either side of a text of ours is not one name.
      else outside += '\n';
      if (letter === open) depth += 1;
    }
    if (outside.trim() !== '') found.push({ where, text: outside });
    return depth;
  };
  const nameOf = (element: Element) => {
    const inside = element.closest('[data-testid]')?.getAttribute('data-testid');
    return `${element.tagName.toLowerCase()}${inside ? ` in ${inside}` : ''}`;
  };
  read(document.title, 'title', 0);
  let depth = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest(verbatim)) continue;
    if (node instanceof Element)
      for (const name of attributes) read(element.getAttribute(name) ?? '', `${name} of ${nameOf(element)}`, 0);
    else depth = read(node.textContent ?? '', nameOf(element), depth);
  }
  if (depth !== 0) found.push({ where: 'body', text: `a bracket without its other: ${depth}` });
  return found;
} // prettier-ignore
