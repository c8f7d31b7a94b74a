import { createServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/** Port bound and released again, or null when it is taken. 0 asks the system for any. */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}

/**
 * The preferred port, or the next free one after it. `taken` holds ports that were promised to a process that has not
 * bound them yet; the answer is added to it.
 */
export async function findPort(preferred, { host = LOOPBACK, taken = new Set(), probe = tryPort } = {}) {
  for (let port = preferred; port < Math.min(preferred + 200, 65_536); port += 1) {
    if (taken.has(port)) continue;
    if ((await probe(port, host)) === null) continue;
    taken.add(port);
    return port;
  }
  return anyPort({ host, taken, probe });
}

/** A port the system has free. */
export async function anyPort({ host = LOOPBACK, taken = new Set(), probe = tryPort } = {}) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = await probe(0, host);
    if (port === null || taken.has(port)) continue;
    taken.add(port);
    return port;
  }
  throw new Error('the system offers no free port');
}
