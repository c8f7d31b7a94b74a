import { keep, readKept } from '../search/kept-text.ts';
import { isLeftOver, type Visitor } from '../search/visits.ts';

/** Whose this browser shows notifications of. */
const OWNER = 'throughline.notified';

/** What the API is told of a subscription, base64url. */
export interface Subscribed {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** The parts of a browser that are used. */
export interface Browser {
  readonly serviceWorker: Pick<ServiceWorkerContainer, 'ready' | 'getRegistration'>;
  readonly permission: () => NotificationPermission;
  readonly ask: () => Promise<NotificationPermission>;
}

/** Null: it shows no notifications, as on pages without TLS, in private windows of some, and on an iPhone before it is installed. */
export function thisBrowser(): Browser | null {
  // In development there is no service worker (features/offline/offline.tsx).
  if (process.env.NODE_ENV !== 'production') return null;
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return null;
  return {
    serviceWorker: navigator.serviceWorker,
    permission: () => Notification.permission,
    ask: () => Notification.requestPermission(),
  };
} // prettier-ignore

/**
 * The endpoint with which it is subscribed; null: it is not, or with another key, which nothing comes by any more, or its owner took
 * the permission back.
 */
export async function endpointOf(
  { serviceWorker, permission }: Browser,
  key: string,
): Promise<string | null> {
  if (permission() !== 'granted') return null;
  const subscription = await subscriptionOf(await serviceWorker.getRegistration());
  return subscription && isOf(subscription, key) ? subscription.endpoint : null;
}

/**
 * Asks whoever sits there, who has just pressed a button, whether it may, and subscribes it. Null: he does not want it.
 *
 * @param key the `applicationServerKey`; who subscribed with another is subscribed anew.
 * @param owner whose notifications they are: they end when somebody else looks, or nobody signed in. Throws where the browser cannot
 * keep that: nobody would know whose they are.
 */
export async function subscribe(browser: Browser, key: string, owner: string): Promise<Subscribed | null> {
  if ((await browser.ask()) !== 'granted') return null;
  const { pushManager } = await browser.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before && !isOf(before, key)) await before.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  keep(OWNER, JSON.stringify({ of: owner }));
  if (readKept(OWNER) === null) {
    await subscription.unsubscribe();
    throw new Error('This browser keeps nothing');
  }
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' };
} // prettier-ignore

/**
 * Ends it here, and takes away what is shown of it; the push service then says so to the API, which forgets the device. Where it cannot
 * be ended whose it is stays kept, so that the next page tries again.
 */
export async function unsubscribe({ serviceWorker }: Pick<Browser, 'serviceWorker'>): Promise<void> {
  const registration = await serviceWorker.getRegistration();
  await (await subscriptionOf(registration))?.unsubscribe();
  keep(OWNER, null);
  for (const shown of (await registration?.getNotifications()) ?? []) shown.close();
}

/** Ends it where another person's notifications would come, or those of whoever has signed out. */
export async function forgetLeftDevice(browser: Pick<Browser, 'serviceWorker'> | null, visitor: Visitor): Promise<void> {
  if (browser === null) return;
  if (visitor?.kind === 'NOBODY' || isLeftOver(readKept(OWNER), visitor)) await unsubscribe(browser);
} // prettier-ignore

async function subscriptionOf(
  registration: ServiceWorkerRegistration | undefined,
): Promise<PushSubscription | null> {
  return (await registration?.pushManager.getSubscription()) ?? null;
}

function isOf({ options }: PushSubscription, key: string): boolean {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === key;
}

/** SHA-256 in hex, as the API knows an endpoint. */
export async function hashOf(endpoint: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
