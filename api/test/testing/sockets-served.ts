import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Every connection that a server of this process takes from now on. */
export interface SocketsServed {
  /** The largest number of bytes that has waited in this process to be sent, at a look at all that are open. */
  readonly waitedMax: number;
  /** Bytes that wait now. */
  waiting(): number;
  stop(): void;
}

const LOOK_MS = 5;

/** Looks all the time at what waits to be sent: `net.server.socket` of node:diagnostics_channel names each socket. */
export function watchSocketsServed(): SocketsServed {
  const open = new Set<Socket>();
  const onSocket = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  };
  const sockets = channel('net.server.socket');
  sockets.subscribe(onSocket);
  const waiting = () => [...open].reduce((sum, { writableLength }) => sum + writableLength, 0);
  const watched = {
    waitedMax: 0,
    waiting,
    stop() {
      clearInterval(timer);
      sockets.unsubscribe(onSocket);
    },
  };
  const timer = setInterval(() => (watched.waitedMax = Math.max(watched.waitedMax, waiting())), LOOK_MS);
  return watched;
}
