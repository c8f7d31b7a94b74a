import { connect, type Socket } from 'node:net';

/** Takes NMEA lines over TCP, as a coast station forwards them. What the other side does not take is lost, as on air. */
interface AisFeed {
  /** False when there is no connection; it is tried anew at the next batch. */
  readonly write: (bytes: Uint8Array) => boolean;
  readonly close: () => void;
}

export function openAisFeed(port: number, host: string): AisFeed {
  let socket: Socket | null = null;
  const dial = (): Socket => {
    const dialled = connect({ port, host });
    const forget = (): void => {
      if (socket === dialled) socket = null;
    };
    dialled.on('error', forget);
    dialled.on('close', forget);
    return dialled;
  };
  return {
    write(bytes) {
      socket ??= dial();
      // Before the connection stands, the socket keeps what is written to it.
      return socket.write(bytes) || socket.writable;
    },
    close() {
      socket?.end();
      socket = null;
    },
  };
}
