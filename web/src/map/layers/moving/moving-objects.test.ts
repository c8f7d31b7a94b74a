import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MovingObjects, NUMBERS, type Moving } from './moving-objects.ts';

const at = '2026-11-21T09:00:00Z';
const ship = (id: string, longitude: number, latitude: number, courseDegrees: number | null = 90): Moving => ({
  id, kind: 'VESSEL', name: id, vesselImo: null, latitude, longitude, speedKnots: 10, courseDegrees, at,
}); // prettier-ignore

describe('things that move', () => {
  it('hold what was put last and has not left, without gaps, whatever comes and goes', () => {
    const step = fc.record({ id: fc.integer({ min: 0, max: 30 }), leaves: fc.boolean(), x: fc.integer({ min: -179, max: 179 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const objects = new MovingObjects(0);
        const model = new Map<string, number>();
        for (const { id, leaves, x } of steps) {
          if (leaves) {
            objects.drop(`${id}`);
            model.delete(`${id}`);
          } else {
            objects.put(ship(`${id}`, x, 0));
            model.set(`${id}`, x);
          }
        }
        expect(objects.size).toBe(model.size);
        expect(new Set(objects.things.map(({ id }) => id))).toEqual(new Set(model.keys()));
        objects.things.forEach(({ id }, index) => {
          const east = objects.numbers[index * NUMBERS] ?? 0;
          expect((east - 0.5) * 360).toBeCloseTo(model.get(id) ?? Number.NaN, 3);
          expect(objects.find(id)?.longitude).toBe(model.get(id));
        });
      }),
    );
  });

  it('say what changed, once', () => {
    const objects = new MovingObjects(0);
    for (let id = 0; id < 2000; id += 1) objects.put(ship(`${id}`, id / 100, 0));
    expect(objects.takeDirty()).toEqual([0, 2000]);
    expect(objects.takeDirty()).toBeNull();
    objects.put(ship('700', 1, 1));
    objects.put(ship('702', 1, 1));
    expect(objects.takeDirty()).toEqual([700, 703]);
  });

  it('are found near a point, over the date line as well, and not from afar', () => {
    const objects = new MovingObjects(0);
    objects.put(ship('east', 179.99, 10));
    objects.put(ship('west', -179.9, 40));
    expect(objects.nearest(-179.99, 10, 0.001)?.id).toBe('east');
    expect(objects.nearest(0, 10, 0.001)).toBeNull();
  });
}); // prettier-ignore
