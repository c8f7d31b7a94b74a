import { expect, it } from 'vitest';
import { installWorker } from './install-worker.ts';

/** A worker of a browser that goes through the given states, one a turn. */
function workerThat(...states: ServiceWorkerState[]) {
  const told: unknown[] = [];
  const worker = Object.assign(new EventTarget(), { state: 'installing', postMessage: (said: unknown) => told.push(said) });
  void (async () => {
    for (const state of states) {
      await Promise.resolve();
      worker.state = state;
      worker.dispatchEvent(new Event('statechange'));
    }
  })();
  return { told, worker: worker as unknown as ServiceWorker };
} // prettier-ignore

type Attempt = () => Partial<Record<'installing' | 'active', ServiceWorker>>;

/** A browser in which registering goes as told, try by try. */
async function installing(controller: ServiceWorker | null, ...attempts: Attempt[]) {
  let tries = 0;
  const register = async () => {
    tries += 1;
    return { installing: null, waiting: null, active: null, ...attempts[tries - 1]?.() } as unknown as ServiceWorkerRegistration;
  };
  const pauses: number[] = [];
  await installWorker({ controller, register }, async (ms) => void pauses.push(ms));
  return { tries, pauses };
} // prettier-ignore

const cutOff: Attempt = () => ({ installing: workerThat('redundant').worker });
const refused: Attempt = () => {
  throw new TypeError('the page was left');
};

it('is tried again where a page that was left cut it off, or it was refused', async () => {
  const { worker, told } = workerThat('installed', 'activating', 'activated');
  expect((await installing(null, cutOff, refused, () => ({ installing: worker }))).tries).toBe(3);
  expect(told).toEqual(['CLAIM']);
});

it('takes over a page that opened while the worker started, and leaves one alone that it has', async () => {
  const [open, mine] = [workerThat('activated'), workerThat('activated')];
  await Promise.resolve();
  expect(await installing(null, () => ({ active: open.worker }))).toEqual({ tries: 1, pauses: [] });
  expect(open.told).toEqual(['CLAIM']);
  await installing(mine.worker, () => ({ active: mine.worker }));
  expect(mine.told).toEqual([]);
});

it('is given up after a few tries, with longer pauses between them', async () => {
  const { tries, pauses } = await installing(null, refused, refused, refused, refused, refused);
  expect(tries).toBe(4);
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses).toHaveLength(3);
});
