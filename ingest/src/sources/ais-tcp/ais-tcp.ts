import { createServer, type Server, type Socket } from 'node:net';
import type { Logger } from 'pino';
import type { Intake } from '../intake.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { StationStream } from '../station-stream.ts';

/** A stream has no messages: it is cut into segments of this long (or this many bytes), one raw message each. */
const SEGMENT_MS = 2000;
const SEGMENT_BYTES = 256 * 1024;

export interface AisListener {
  readonly port: number;
  stop(): Promise<void>;
}

interface Station {
  readonly socket: Socket;
  stop(): Promise<void>;
}

/** Listens for AIS stations that forward NMEA lines over TCP, any number of them at once. */
export async function listenForAis(
  host: string,
  port: number,
  sourceId: string,
  intake: Intake,
  sources: SourceRegistry,
  log: Logger,
): Promise<AisListener> {
  const stations = new Set<Station>();
  let stopping = false;

  /** Stores a segment; false when the queue is full, or the store fails, and it has to be offered again. */
  const deliver = async (bytes: Buffer): Promise<boolean> => {
    const source = sources.find(sourceId);
    if (!source) {
      log.warn({ source: sourceId }, 'AIS lines of an unknown source are not taken');
      return true;
    }
    try {
      const arrival = { source, bytes, contentType: 'text/plain', fileName: null, receivedAt: null };
      return (await intake.accept(arrival)).outcome === 'ACCEPTED';
    } catch (error) {
      log.error({ err: error }, 'AIS segment not stored');
      return false;
    }
  };

  const serve = (socket: Socket): Station => {
    const stream = new StationStream();
    let working: Promise<void> | null = null;
    const cut = async (all: boolean): Promise<void> => {
      const bytes = all ? stream.takeAll() : stream.take();
      if (bytes.length === 0 || (await deliver(bytes))) return;
      // Offered again with what came since. TCP makes the station wait meanwhile.
      stream.putBack(bytes);
    };
    const cutInTurn = (all: boolean): Promise<void> => {
      const before = working ?? Promise.resolve();
      const turn = before.then(() => cut(all));
      working = turn;
      void turn.finally(() => {
        if (working === turn) working = null;
        // What waits for the rest of a message may be this long: the next turn takes it.
        if (stream.length < SEGMENT_BYTES) socket.resume();
      });
      return turn;
    };
    socket.on('data', (chunk: Buffer) => {
      stream.push(chunk);
      if (stream.length < SEGMENT_BYTES) return;
      socket.pause();
      if (!working) void cutInTurn(false);
    });
    const timer = setInterval(() => void (working ?? cutInTurn(false)), SEGMENT_MS);
    socket.on('error', (error) => log.info({ err: error }, 'AIS connection'));
    const end = async () => {
      clearInterval(timer);
      await cutInTurn(true);
      // The queue was full just now: whatever is left is offered until it is taken.
      while (stream.length > 0 && !stopping) {
        await new Promise((resolve) => setTimeout(resolve, SEGMENT_MS));
        await cutInTurn(true);
      }
      stations.delete(station);
    };
    let ended: Promise<void> | null = null;
    socket.on('close', () => void (ended ??= end()));
    const station: Station = {
      socket,
      async stop() {
        socket.destroy();
        await (ended ??= end());
      },
    };
    return station;
  };

  const server: Server = createServer((socket) => {
    stations.add(serve(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async stop() {
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.allSettled([...stations].map((station) => station.stop()));
      await closed;
    },
  };
}
