/*
 * Answers pages that the network does not: a journey as this browser kept it, else a page that says so and lists what is kept.
 * What is kept of journeys the pages put there and take away (src/features/offline); nothing that depends on who asks is kept
 * here: no page, no answer of the API, nothing of signing in.
 */
const JOURNEYS = 'throughline-journeys-1';
const PARTS = 'throughline-parts-1';
const SHELL = 'throughline-shell-1';
const LANGUAGES = ['en', 'zh-CN'];
/** Named by their content: what is kept is what would be fetched. */
const UNCHANGING = /^\/_next\/static\//;
/** The same for everybody, but another after an update. */
const CHANGING = /^\/(vendor|basemap|icons)\//;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

// A page that opened while this worker started is not among those that it took over then.
self.addEventListener('message', (event) => {
  if (event.data === 'CLAIM') event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (UNCHANGING.test(url.pathname)) event.respondWith(unchanging(request));
  else if (CHANGING.test(url.pathname)) event.respondWith(changing(request));
});

// What a person has to be told, in his language (api/src/alerts/push-text.ts). Browsers take the right away from whoever shows nothing.
self.addEventListener('push', (event) => {
  const { title = 'Throughline', body = '', path = '/', tag = '', language = '' } = said(event.data);
  const shown = { body, tag, lang: language, icon: '/icons/icon-192.png', data: { path } };
  event.waitUntil(self.registration.showNotification(title, shown));
});

// Push services move subscriptions now and then, or let them end and be made anew.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(moveSubscription(event.oldSubscription ?? null, event.newSubscription ?? null));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(pageOf(event.notification.data?.path)));
});

/** Has the device told at its new endpoint; nothing comes by one that is nobody's who is signed in here. */
async function moveSubscription(before, moved) {
  // Without the one before nobody knows whose device it is: the page of alerts offers it again.
  if (!before) return moved?.unsubscribe();
  const { applicationServerKey } = before.options;
  const now = moved ?? (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
  const { endpoint, keys: { p256dh, auth } = {} } = now.toJSON();
  const response = await fetch('/en/account/device-moved', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ before: before.endpoint, endpoint, p256dh, auth }),
    redirect: 'manual',
  }).catch(() => null);
  return response?.status === 204 ? undefined : now.unsubscribe();
}

function said(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

/** A page of ours, whatever is written there. */
function pageOf(path) {
  const home = new URL('/', self.location.origin);
  if (typeof path !== 'string' || !URL.canParse(path, home)) return home;
  const page = new URL(path, home);
  return page.origin === home.origin ? page : home;
}

/** The first page, the list of shipments, or one of them: nothing is lost where it is left. */
function isOfReading(url) {
  return /^(?:\/[a-z]{2}(?:-[A-Z]{2})?)?(?:\/shipments(?:\/[^/]+)?)?\/?$/.test(new URL(url).pathname);
}

/** In the window where it stands already, else in one that can be led there, else in a new one. */
async function openPage(page) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find(({ url }) => url === page.href);
  if (there) return there.focus();
  // Only a window that this worker controls can be led; no card in a page of somebody else, and no page that may be half filled in.
  for (const window of windows.filter(({ frameType, url }) => frameType !== 'nested' && isOfReading(url))) {
    const led = await window.navigate(page.href).catch(() => null);
    if (led) return led.focus();
  }
  return self.clients.openWindow(page.href);
}

/** The page for whoever is offline, as a stranger sees it: it must name nobody. */
async function keepShell() {
  const shell = await caches.open(SHELL);
  for (const language of LANGUAGES) {
    const path = `/${language}/offline`;
    // Without it journeys are still read offline: no reason not to be installed.
    const response = await fetch(path, { credentials: 'omit', cache: 'no-store' }).catch(() => null);
    if (!response?.ok || response.redirected) continue;
    const parts = (await response.clone().text()).match(/\/_next\/static\/[^"'\\\s)]+/g) ?? [];
    await shell.put(path, response);
    await Promise.allSettled([...new Set(parts)].map((part) => shell.add(part)));
  }
}

async function dropOld() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('throughline-') && ![JOURNEYS, PARTS, SHELL].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function page(request, url) {
  try {
    return await fetch(request);
  } catch {
    const isLookingBack = url.searchParams.has('asOf');
    const kept = isLookingBack ? undefined : await (await caches.open(JOURNEYS)).match(url.pathname);
    if (kept) return kept;
    const language = LANGUAGES.find((one) => url.pathname.startsWith(`/${one}/`)) ?? LANGUAGES[0];
    return (await (await caches.open(SHELL)).match(`/${language}/offline`)) ?? Response.error();
  }
}

async function unchanging(request) {
  return (await keptPart(request)) ?? fetchPart(request);
}

async function changing(request) {
  try {
    return await fetchPart(request);
  } catch (error) {
    const kept = await keptPart(request);
    if (kept) return kept;
    throw error;
  }
}

async function keptPart(request) {
  return (await (await caches.open(PARTS)).match(request)) ?? (await (await caches.open(SHELL)).match(request));
}

async function fetchPart(request) {
  const response = await fetch(request);
  // A part of a file cannot be kept, and an error need not be.
  if (response.status === 200 && response.type === 'basic') {
    const copy = response.clone();
    const parts = await caches.open(PARTS);
    await parts.put(request, copy).catch(() => undefined);
  }
  return response;
}
