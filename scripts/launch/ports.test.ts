import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { anyPort, findPort } from './ports.mjs';

const allBut = (busy: number[]) => async (port: number) => (busy.includes(port) ? null : port);

test('the preferred port is taken when it is free', async () => {
  expect(await findPort(4000, { probe: allBut([]) })).toBe(4000);
});

test('a port in use gives the next free one', async () => {
  expect(await findPort(4000, { probe: allBut([4000, 4001]) })).toBe(4002);
});

test('a port that was promised is not given twice', async () => {
  const taken = new Set<number>();
  expect(await findPort(4000, { taken, probe: allBut([]) })).toBe(4000);
  expect(await findPort(4000, { taken, probe: allBut([]) })).toBe(4001);
});

test('a port that another process listens on is seen as in use', async () => {
  const server = createServer();
  const busy = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  onTestFinished(() => void server.close());
  expect(await findPort(busy)).not.toBe(busy);
  expect(await anyPort()).not.toBe(busy);
});
