import { expect, it } from 'vitest';
import { chooseProvider } from './choose-provider.ts';

const [freight, box] = [
  { id: 'default', domains: ['freight.example', 'freight.cn'] },
  { id: 'box-lines', domains: ['box.example'] },
];
const all = [freight, box];
const led = (provider: string | null, email: string | null, among = all) =>
  chooseProvider(among, { provider, email })?.id ?? null;

it.each([
  ['wang@freight.cn', 'default'],
  [' Li@BOX.example ', 'box-lines'],
  ['li@quay.example', null],
  // A domain ends where the address does, and is no part of another one.
  ['li@box.example.quay.example', null],
  ['li@mybox.example', null],
  ['li@freight.example@box.example', 'box-lines'],
  ['box.example', null],
  ['@box.example', null],
  ['', null],
])('leads %j to %s', (email, id) => {
  expect(led(null, email)).toBe(id);
});

it('takes the word of an address of ours', () => {
  expect(led('box-lines', null)).toBe('box-lines');
  expect(led('box-lines', 'wang@freight.cn')).toBe('box-lines');
  expect(led('quay', null)).toBeNull();
});

it('leads to the only one who says nothing, and nowhere where there are several', () => {
  expect(led(null, null, [freight])).toBe('default');
  expect(led(null, null)).toBeNull();
  expect(led(null, 'li@box.example', [freight])).toBeNull();
});
