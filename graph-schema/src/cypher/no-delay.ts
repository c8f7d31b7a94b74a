import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

let isOn = false;

/**
 * Sends what is written to client sockets at the end of the tick, in one piece and at once. The Neo4j driver writes a
 * message in pieces of 1,400 bytes, each a system call, and leaves Nagle's algorithm on: with the server's delayed
 * acknowledgement every longer statement took 40 ms more. The driver has no setting for either; this hears of every
 * client socket of the process when it is made.
 */
export function sendWithoutDelay(): void {
  if (isOn) return;
  isOn = true;
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket };
    // Connecting puts the socket's own `write` back.
    socket.once('connect', () => prepare(socket));
  });
}

function prepare(socket: Socket): void {
  socket.setNoDelay(true);
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let isCorked = false;
  socket.write = (...args: unknown[]) => {
    if (!isCorked) {
      isCorked = true;
      socket.cork();
      process.nextTick(() => {
        isCorked = false;
        socket.uncork();
      });
    }
    return write(...args);
  };
}
