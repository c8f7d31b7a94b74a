import { expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

const size = { width: 400, height: 300 };

it('writes to the right where there is room', () => {
  expect(placeLabels([{ id: 'a', x: 200, y: 150, text: 'Ningbo' }], size).get('a')).toBe('right');
});

it('turns inwards at the edge of the map', () => {
  expect(placeLabels([{ id: 'a', x: 390, y: 150, text: '鹿特丹' }], size).get('a')).toBe('left');
});

it('gives two near places different sides', () => {
  const sides = placeLabels(
    [
      { id: 'rotterdam', x: 200, y: 150, text: 'Rotterdam' },
      { id: 'duisburg', x: 216, y: 152, text: 'Duisburg' },
    ],
    size,
  );
  expect(sides.get('rotterdam')).toBe('left');
  expect(sides.get('duisburg')).toBe('right');
});

it('leaves a label out rather than write over the ship', () => {
  const everywhere = [{ left: 0, top: 0, right: 400, bottom: 300 }];
  expect(placeLabels([{ id: 'a', x: 200, y: 150, text: 'Ningbo' }], size, everywhere).size).toBe(0);
});
