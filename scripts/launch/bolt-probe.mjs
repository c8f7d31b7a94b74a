import { connect } from 'node:net';

// Bolt handshake, client: 60 60 B0 17, then four proposals of 4 bytes [0, range, minor, major]; server: the version it
// chose, [0, 0, minor, major], or four zeros. Bolt protocol, "Handshake specification".
const HELLO = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 8, 8, 5, ...Array.from({ length: 12 }, () => 0)]);

/** Whether a Bolt server answers there with a version it would speak. */
export function answersBolt(host, port, timeoutMs = 2000) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
    socket.once('connect', () => socket.write(HELLO));
    socket.once('data', (bytes) => finish(bytes.length >= 4 && bytes.readUInt32BE(0) !== 0));
  });
}
