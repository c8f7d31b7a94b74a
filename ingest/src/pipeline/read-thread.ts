import { parentPort } from 'node:worker_threads';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { FORMATS } from '../formats/index.ts';
import { readMessage } from './read.ts';
import type { ReadRequest } from './reader.ts';

// One message after the other; a bad one costs at most this thread, and the next gets a new one.
const places = loadGazetteer();
parentPort?.on('message', ({ bytes, receivedAt, source, corrections }: ReadRequest) => {
  parentPort?.postMessage(readMessage(bytes, { receivedAt, source, places }, FORMATS, corrections));
});
