import { expect, it } from 'vitest';
import { alongTheQuays } from './along-the-quays.ts';
import type { PortRun } from './ports.graphql.ts';

const run = (facility: string | null, berth: string | null, state: PortRun['state'] = 'AT_BERTH') =>
  ({ state, place: { facility, berth } as PortRun['place'] }) as const;

it('has what lies there by terminal and berth, what is not known where last, and nothing else', () => {
  const found = alongTheQuays([
    run(null, null), run('Yuandong', null), run('Yuandong', '10'), run('Beilun', '2'), run('Yuandong', '9'), run('Yuandong', '1', 'COME'),
  ]).map(({ place }) => [place?.facility, place?.berth]);
  expect(found).toEqual([['Beilun', '2'], ['Yuandong', '9'], ['Yuandong', '10'], ['Yuandong', null], [null, null]]);
}); // prettier-ignore
