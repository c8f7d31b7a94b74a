import { request, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { Transport } from './live-stream.ts';

/** Somebody who follows over a socket of his own, and can leave what comes lying in it. */
export interface SlowReader {
  /** Answers in the order in which they came, as they were written. */
  readonly answers: readonly string[];
  /** The server ended it, or broke it off. */
  readonly isOver: boolean;
  /** Reads nothing more from the socket. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** `onAnswer` is called with each answer, its `data` as text. */
export function openSlowReader(transport: Transport, url: string, query: string, variables: object, onAnswer: (reader: SlowReader) => void): SlowReader {
  return transport === 'SSE' ? overSse(url, query, variables, onAnswer) : overWebSocket(url, query, variables, onAnswer);
} // prettier-ignore

function overWebSocket(url: string, query: string, variables: object, onAnswer: (reader: SlowReader) => void): SlowReader {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  const answers: string[] = [];
  const reader = {
    answers,
    isOver: false,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.terminate(),
  };
  const over = () => (reader.isOver = true);
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  socket.on('message', (bytes: Buffer) => {
    const text = bytes.toString();
    const { type } = JSON.parse(text) as { type: string };
    if (type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
    if (type === 'complete' || type === 'error') over();
    if (type !== 'next') return;
    answers.push(text);
    onAnswer(reader);
  });
  socket.on('close', over);
  socket.on('error', over);
  return reader;
} // prettier-ignore

function overSse(url: string, query: string, variables: object, onAnswer: (reader: SlowReader) => void): SlowReader {
  const answers: string[] = [];
  let response: IncomingMessage | null = null;
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const asked = request(url, { method: 'POST', headers, agent: false });
  const reader = {
    answers,
    isOver: false,
    pause: () => void response?.pause(),
    resume: () => void response?.resume(),
    close: () => void asked.destroy(),
  };
  const over = () => (reader.isOver = true);
  asked.on('error', over);
  asked.on('response', (answer) => {
    response = answer.setEncoding('utf8');
    let kept = '';
    answer.on('data', (chunk: string) => {
      kept += chunk;
      const events = kept.split('\n\n');
      kept = events.pop() ?? '';
      for (const event of events) {
        if (event.startsWith('event: complete')) over();
        if (!event.startsWith('event: next\ndata: ')) continue;
        answers.push(event.slice('event: next\ndata: '.length));
        onAnswer(reader);
      }
    });
    answer.on('close', over);
    answer.on('error', over);
  });
  asked.end(JSON.stringify({ query, variables }));
  return reader;
} // prettier-ignore
