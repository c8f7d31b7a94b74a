// In the browser: the layer of the map, and deltas as the API sends them.
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import { Slices } from '../src/map/layers/moving/in-slices.ts';
import { movingLayer } from '../src/map/layers/moving/moving-gl.ts';
import { MovingObjects, type Moving } from '../src/map/layers/moving/moving-objects.ts';

/** As long an answer as the API gives. */
const ANSWER = 2000;
/** Of all things so many report in a second. */
const SHARE = 0.1;
const EPOCH = Date.UTC(2026, 10, 21);

export interface Measured {
  readonly objects: number;
  readonly seconds: number;
  readonly frames: number;
  /** Milliseconds: the longest task of the main thread as the browser reports it (from 50 on), else the longest that was measured here. */
  readonly longestTaskMs: number;
  readonly longTasks: number;
  readonly p95FrameMs: number;
  readonly longestFrameMs: number;
  /** Text of the deltas, before compression. */
  readonly bytesPerObjectAndSecond: number;
}

/** Draws so many things for so long, while they move. */
async function measure(count: number, seconds: number): Promise<Measured> {
  setWorkerUrl('/maplibre/maplibre-gl-worker.mjs');
  const style = { version: 8 as const, sources: {}, layers: [{ id: 'sea', type: 'background' as const, paint: { 'background-color': '#dfe9ec' } }] };
  const map = new MapLibre({ container: 'map', style, center: [122, 30], zoom: 7, attributionControl: false });
  await map.once('load');
  const objects = new MovingObjects(EPOCH);
  const layer = movingLayer(objects);
  layer.setColours([0.04, 0.36, 0.48, 0.54, 0.29, 0.07, 0.29, 0.36, 0.23, 0.42, 0.29, 0.56, 0.7, 0.76, 0.78], [1, 1, 1]);
  map.addLayer(layer);
  const slices = new Slices(objects, () => layer.repaint());
  let [longest, own] = [0, 0];
  const longTasks: number[] = [];
  const take = (text: string) => {
    const began = performance.now();
    slices.take(JSON.parse(text) as { moved: Moving[]; left: string[] });
    own = Math.max(own, performance.now() - began);
  };
  for (let from = 0; from < count; from += ANSWER) {
    take(answerOf(from, Math.min(count, from + ANSWER), 0));
    await frame();
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      longTasks.push(duration);
      longest = Math.max(longest, duration);
    }
  }).observe({ type: 'longtask' });
  // Texts are made before: making them is the API's work.
  const perSecond = Math.ceil(count * SHARE);
  const texts = Array.from({ length: seconds }, (_, second) => {
    const answers: string[] = [];
    for (let from = 0; from < perSecond; from += ANSWER) {
      const start = (second * perSecond + from) % count;
      answers.push(answerOf(start, Math.min(count, start + Math.min(ANSWER, perSecond - from)), second + 1));
    }
    return answers;
  });
  await frame();
  await frame();
  [longest, own, longTasks.length] = [0, 0, 0];
  let bytes = 0;
  const frames: number[] = [];
  const began = performance.now();
  let last = began;
  for (const second of texts) {
    const until = began + (texts.indexOf(second) + 1) * 1000;
    for (const [index, text] of second.entries()) {
      setTimeout(() => take(text), (index / second.length) * 900);
      bytes += text.length;
    }
    while (performance.now() < until) {
      const at = await frame();
      frames.push(at - last);
      last = at;
    }
  }
  map.remove();
  const sorted = frames.toSorted((a, b) => a - b);
  return {
    objects: count,
    seconds,
    frames: frames.length,
    longestTaskMs: Math.round(longest || own),
    longTasks: longTasks.length,
    p95FrameMs: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    longestFrameMs: Math.round(sorted.at(-1) ?? 0),
    bytesPerObjectAndSecond: Math.round((bytes / count / seconds) * 10) / 10,
  };
} // prettier-ignore

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function answerOf(from: number, until: number, second: number): string {
  const moved = Array.from({ length: until - from }, (_, index): Moving => {
    const id = from + index;
    return {
      id: `MMSI:${413_000_000 + id}`,
      kind: 'VESSEL',
      name: `SHIP ${id}`,
      vesselImo: null,
      latitude: Math.round((27 + ((id * 7919) % 6000) / 1000 + second / 1000) * 1e5) / 1e5,
      longitude: Math.round((119 + ((id * 104_729) % 6000) / 1000) * 1e5) / 1e5,
      speedKnots: (id % 200) / 10,
      courseDegrees: id % 360,
      at: new Date(EPOCH + second * 1000).toISOString(),
    };
  });
  return JSON.stringify({ moved, left: [], hidden: 0 });
}

declare global {
  interface Window {
    measure: typeof measure;
  }
}
window.measure = measure;
