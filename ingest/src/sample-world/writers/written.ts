import type { Moment } from '../moment.ts';

/** A message ready to be sent. */
export interface Written {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** When a thing happened, when its sender writes the message about it, and the sender's running reference. */
export interface Telling {
  readonly happened: Moment;
  readonly sent: Moment;
  /** Unique in the whole world; message references are built from it. */
  readonly ref: string;
}

/** A message that still waits for its times. */
export type Message = (telling: Telling) => Written;

export function text(content: string, contentType: string): Written {
  return { contentType, bytes: new TextEncoder().encode(content) };
}
