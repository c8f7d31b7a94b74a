import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stopChild } from '../test/testing/child.ts';
import { eventually } from '../test/testing/deadline.ts';

const server = fileURLToPath(new URL('../dist/main/server.js', import.meta.url));
const READY_MS = 60_000;

/** The API as it is run everywhere, in a process of its own. */
export interface BuiltApi {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export async function startBuiltApi(port: number, env: Readonly<Record<string, string>>): Promise<BuiltApi> {
  const child = spawn(process.execPath, [server], {
    env: {
      ...process.env,
      ACCESS: 'open',
      API_PORT: String(port),
      API_REQUESTS_PER_MINUTE: '100000000',
      API_SOCKETS_AT_ONCE: '1000000',
      API_SUBSCRIPTIONS_AT_ONCE: '1000000',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const isUp = async () => {
    if (child.exitCode !== null) throw new Error('the API ended while starting');
    return (await isReady(url)) || null;
  };
  await eventually('the API is ready', isUp, READY_MS);
  return { url: `${url}/graphql`, pid: child.pid ?? -1, stop: () => stopChild(child) };
}

export function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
