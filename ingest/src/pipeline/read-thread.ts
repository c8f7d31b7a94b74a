import { parentPort } from 'node:worker_threads';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { FORMATS } from '../formats/index.ts';
import { planWriting } from './plan-writing.ts';
import { readMessage } from './read.ts';
import type { ReadAnswer, ReadRequest } from './reader.ts';

// One message after the other; a bad one costs at most this thread, and the next gets a new one.
const places = loadGazetteer();
parentPort?.on('message', (request: ReadRequest) => parentPort?.postMessage(answerOf(request)));

function answerOf({ header, bytes, source, corrections, reading }: ReadRequest): ReadAnswer {
  try {
    const read = readMessage(bytes, { receivedAt: header.receivedAt, source, places }, FORMATS, corrections);
    return { plan: planWriting(header, read, reading), error: null };
  } catch (error) {
    return { plan: null, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
