import { createTranslator } from 'next-intl';
import { expect, it } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import { pseudoMessages, pseudoText } from './pseudo-messages.ts';

it('puts every text in brackets and makes it two fifths longer, a label as one word', () => {
  expect(pseudoText('Watch list')).toBe('［Watch listxxxx］');
  expect(pseudoText('Hold Ctrl and scroll to zoom')).toBe('［Hold Ctrl and scroll to zoom xxxxxx xxxxxx］');
});

it('counts what is shown: neither values, nor all branches of a choice together', () => {
  expect(pseudoText('{a}, {n, number, percent}')).toBe('［{a}, {n, number, percent}x］');
  expect(pseudoText('{n, plural, one {# box} other {# boxes}}')).toBe(
    '［{n, plural, one {# box} other {# boxes}}xxx］',
  );
  expect(pseudoText('see <b>it</b>')).toBe('［see <b>it</b>xxx］');
});

it('leaves each message one that can be said', () => {
  const t = createTranslator({
    locale: 'en',
    messages: pseudoMessages(en),
    onError: (error) => {
      throw error;
    },
  });
  expect(t('lines.ahead', { count: 3 })).toMatch(/^［3 more days ahead xxxxxx x］$/);
  expect(t('events.GATED_IN', { tense: 'past', mode: 'TRUCK', load: 'FULL' })).toMatch(/^［.*x］$/);
});
