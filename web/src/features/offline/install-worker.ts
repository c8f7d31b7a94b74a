/** The part of `navigator.serviceWorker` that is used. */
type Container = Pick<ServiceWorkerContainer, 'controller' | 'register'>;

const TRIES = 4;
const PAUSE_MS = 5_000;

/**
 * Has the service worker installed and in control of this page. A page that is left while it is installed may cut that off, and one
 * that opened meanwhile is not taken over by itself: so the next page tries again, asks to be taken over, and tries once more where
 * it fails.
 */
export async function installWorker(
  container: Container,
  pause: (ms: number) => Promise<void> = pauseFor,
): Promise<void> {
  for (let tried = 1; !(await isInstalled(container)) && tried < TRIES; tried += 1)
    await pause(PAUSE_MS * tried);
}

async function isInstalled(container: Container): Promise<boolean> {
  try {
    const worker = await activated(await container.register('/sw.js'));
    // The worker takes over what is open when it starts, and no page that opens at that very moment.
    if (worker && container.controller === null) worker.postMessage('CLAIM');
    return worker !== null;
  } catch {
    return false;
  }
}

/** The worker once it is up; null: it was given up before. */
function activated(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const coming = registration.installing ?? registration.waiting;
  if (!coming) return Promise.resolve(registration.active);
  return new Promise((resolve) => {
    const look = () => {
      if (coming.state === 'activated') resolve(coming);
      if (coming.state === 'redundant') resolve(registration.active);
    };
    coming.addEventListener('statechange', look);
    look();
  });
}

function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
