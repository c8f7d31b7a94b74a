import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { namesWithRoom } from './names-with-room.ts';

const ship = (name: string, x: number, y: number) => ({ name, x, y });

it('leaves out a name that would lie on another, or on a mark', () => {
  const ships = [
    ship('FIRST', 100, 100),
    ship('SECOND', 110, 105),
    ship('THIRD', 100, 140),
    ship('FOURTH', 400, 100),
  ];
  const mark = { left: 400, top: 90, right: 460, bottom: 115 };
  expect(namesWithRoom(ships, [mark], 40).map(({ name }) => name)).toEqual(['FIRST', 'THIRD']);
  expect(namesWithRoom(ships, [], 2).map(({ name }) => name)).toEqual(['FIRST', 'THIRD']);
});

it('always shows the first, and never two within a line of each other', () => {
  const place = fc.record({ name: fc.constant('A SHIP'), x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), (ships) => {
      const shown = namesWithRoom(ships, [], 40);
      expect(shown[0]).toBe(ships[0]);
      for (const [index, one] of shown.entries())
        for (const other of shown.slice(index + 1)) expect(Math.abs(one.x - other.x) >= 30 || Math.abs(one.y - other.y) >= 20).toBe(true);
    }),
  );
}); // prettier-ignore
