import { createSocket } from 'node:dgram';
import type { Logger } from 'pino';
import type { Intake } from '../intake.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { StationStream } from '../station-stream.ts';

/** As over TCP: one raw message for what came in this time, or for this many bytes; the sentences of one stay together. */
const SEGMENT_MS = 2000;
const SEGMENT_BYTES = 256 * 1024;
const LINE_END = Buffer.from('\n');
/** Of more stations than this the one heard longest ago is handed over as it is. */
const STATIONS_MAX = 1000;

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
  // Stations number their messages of several sentences by themselves: what comes from two must not be mixed.
  const streams = new Map<string, StationStream>();
  /** Since the start. */
  let lostBytes = 0;
  const deliver = async (station: string, stream: StationStream, all: boolean): Promise<void> => {
    const bytes = all ? stream.takeAll() : stream.take();
    if (stream.length === 0) streams.delete(station);
    if (bytes.length === 0) return;
    const source = sources.find(sourceId);
    const arrival = { bytes, contentType: 'text/plain', fileName: null, receivedAt: null };
    const outcome = source
      ? await intake.accept({ source, ...arrival }).then(
          (accepted) => accepted.outcome,
          (error: unknown) => String(error),
        )
      : `unknown source ${sourceId}`;
    if (outcome === 'ACCEPTED') return;
    lostBytes += bytes.length;
    log.warn({ source: sourceId, bytes: bytes.length, lostBytes, outcome }, 'AIS datagrams lost');
  };
  const deliverEach = (all: boolean) =>
    Promise.all([...streams].map(([station, stream]) => deliver(station, stream, all)));

  socket.on('message', (datagram, { address, port: from }) => {
    const station = `${address} ${from}`;
    const stream = streams.get(station) ?? new StationStream();
    streams.delete(station);
    streams.set(station, stream);
    stream.push(datagram);
    // A sentence may come without its line end.
    if (datagram.at(-1) !== 0x0a) stream.push(LINE_END);
    if (stream.length >= SEGMENT_BYTES) void deliver(station, stream, false);
    const [longest] = streams;
    if (streams.size > STATIONS_MAX && longest) void deliver(...longest, true);
  });
  socket.on('error', (error) => log.warn({ err: error }, 'AIS datagrams'));
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, host, resolve);
  });
  const timer = setInterval(() => void deliverEach(false), SEGMENT_MS);
  return {
    port: socket.address().port,
    async stop() {
      clearInterval(timer);
      await new Promise<void>((resolve) => socket.close(() => resolve()));
      await deliverEach(true);
    },
  };
}
