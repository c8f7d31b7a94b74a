/** What a receiver knows of a delivery besides its bytes. */
export interface RawHeader {
  readonly source: string;
  /** Hex. */
  readonly sha256: string;
  /** One delivery of these bytes; the same bytes may come many times. */
  readonly delivery: string;
  /** Service time of the receipt, ISO 8601 UTC. */
  readonly receivedAt: string;
  readonly contentType: string | null;
  readonly fileName: string | null;
  /** Not received now: to be read again with today's code, in place of what it said before. */
  readonly replay?: boolean;
  /** Its sender wants all of it taken or nothing; left out: what can be taken. */
  readonly allOrNothing?: true;
}

export interface RawMessage {
  readonly header: RawHeader;
  readonly bytes: Uint8Array;
}

/** Id of a raw message: the same bytes from the same source are one message, however often delivered. */
export function rawMessageId(header: Pick<RawHeader, 'source' | 'sha256'>): string {
  return `${header.source}:${header.sha256}`;
}

/**
 * The system of record for what was received. `accept` answers only when the bytes are durable; what is accepted
 * stays pending until its outcome is recorded in the graph, so that losing the queue loses nothing.
 */
export interface RawStore {
  accept(header: RawHeader, bytes: Uint8Array): Promise<string>;
  /** Names of accepted deliveries without a recorded outcome, oldest first. */
  listPending(): Promise<string[]>;
  /** Null when it is not pending any more. */
  readPending(name: string): Promise<RawMessage | null>;
  /**
   * After the outcome is recorded. Repeating it does nothing. Of several deliveries the first is kept, but that of which all was
   * wanted or nothing yields to one that lets be taken what can be: so the message is read when it is read again.
   */
  archive(name: string, header: RawHeader): Promise<void>;
  /** The stored bytes of a message by its id, archived or pending; null when unknown. */
  find(id: string): Promise<RawMessage | null>;
  /** The last delivery of a message that waits to be read; null: none does. */
  findPending(id: string): Promise<RawMessage | null>;
  /** Ids of all messages whose outcome is recorded, in no order. */
  listArchived(): AsyncIterable<string>;
  pendingCount(): number;
}
