import { expect, it } from 'vitest';
import { movingLayer } from './moving-gl.ts';
import { MovingObjects } from './moving-objects.ts';

it('draws once it was told its colours, and nothing before', () => {
  const objects = new MovingObjects(0);
  objects.put({ id: 'a', kind: 'VESSEL', name: null, vesselImo: null, latitude: 0, longitude: 0, speedKnots: null, courseDegrees: null, at: '2026-11-21T09:00:00Z' });
  const called: string[] = [];
  // What a graphics card is asked, by name; whatever is made there is an object.
  const gl = new Proxy({}, { get: (_, name) => (...given: unknown[]) => (called.push(`${String(name)} ${given.length > 1 ? String(given[1]) : ''}`), {}) }) as unknown as WebGL2RenderingContext;
  const layer = movingLayer(objects);
  layer.onAdd({ triggerRepaint: () => undefined }, gl);
  const drawn = () => called.filter((one) => /^(?:drawArrays|uniform3fv)/.test(one));
  layer.render(gl, new Float32Array(16));
  expect(drawn()).toEqual([]);
  layer.setColours([1, 0, 0], [0, 0, 1]);
  layer.render(gl, new Float32Array(16));
  expect(drawn()).toEqual(['uniform3fv 1,0,0', 'uniform3fv 0,0,1', 'drawArrays 0', 'drawArrays 0', 'drawArrays 0']);
}); // prettier-ignore
