import { expect, it } from 'vitest';
import { oncePer } from './once-per.ts';

it('answers once for a thing, of another anew, and asks again where it failed', async () => {
  const asked: string[] = [];
  const find = oncePer(async ({ name }: { readonly name: string }, word: string) => {
    asked.push(name);
    if (word === 'fail') throw new Error('the graph is away');
    return `${name} ${word}`;
  });
  const [one, other] = [{ name: 'one' }, { name: 'other' }];
  await expect(find(one, 'fail')).rejects.toThrow('the graph is away');
  expect(await Promise.all([find(one, 'is'), find(one, 'is'), find(other, 'is')])).toEqual(['one is', 'one is', 'other is']);
  expect(asked).toEqual(['one', 'one', 'other']);
}); // prettier-ignore
