import { createSocket } from 'node:dgram';
import type { Logger } from 'pino';
import type { Intake } from '../intake.ts';
import type { SourceRegistry } from '../source-registry.ts';

/** As over TCP: one raw message for what came in this time, or for this many bytes. */
const SEGMENT_MS = 2000;
const SEGMENT_BYTES = 256 * 1024;

export interface AisUdpListener {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Takes NMEA lines as datagrams. Nobody is told that a datagram arrived, so a full queue or a killed process loses what it
 * held: the loss is counted and logged, and stations that must lose nothing use TCP.
 */
export async function listenForAisDatagrams(
  host: string,
  port: number,
  sourceId: string,
  intake: Intake,
  sources: SourceRegistry,
  log: Logger,
): Promise<AisUdpListener> {
  const socket = createSocket('udp4');
  let held: Buffer[] = [];
  let length = 0;

  const deliver = async (): Promise<void> => {
    if (length === 0) return;
    const bytes = Buffer.concat(held);
    const datagrams = held.length;
    [held, length] = [[], 0];
    const source = sources.find(sourceId);
    const arrival = { bytes, contentType: 'text/plain', fileName: null, receivedAt: null };
    const outcome = source
      ? await intake.accept({ source, ...arrival }).then(
          (accepted) => accepted.outcome,
          (error: unknown) => String(error),
        )
      : `unknown source ${sourceId}`;
    if (outcome !== 'ACCEPTED') log.warn({ datagrams, bytes: bytes.length, outcome }, 'AIS datagrams lost');
  };

  socket.on('message', (datagram) => {
    held.push(datagram);
    length += datagram.length;
    // A sentence may come without its line end.
    if (datagram.at(-1) !== 0x0a) held.push(Buffer.from('\n'));
    if (length >= SEGMENT_BYTES) void deliver();
  });
  socket.on('error', (error) => log.warn({ err: error }, 'AIS datagrams'));
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, host, resolve);
  });
  const timer = setInterval(() => void deliver(), SEGMENT_MS);
  return {
    port: socket.address().port,
    async stop() {
      clearInterval(timer);
      await new Promise<void>((resolve) => socket.close(() => resolve()));
      await deliver();
    },
  };
}
