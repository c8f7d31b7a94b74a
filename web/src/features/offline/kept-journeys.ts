import { keep, readKept } from '../search/kept-text.ts';
import { isLeftOver, type Visitor } from '../search/visits.ts';

/** As the service worker calls them (`public/sw.js`). */
const JOURNEYS = 'throughline-journeys-1';
const PARTS = 'throughline-parts-1';
/** Whose they are. */
const OWNER = 'throughline.kept';

const MOST_JOURNEYS = 12;
const MOST_PARTS = 400;
/** A journey that was kept a moment ago is not fetched again. */
const FRESH_MS = 10 * 60_000;
const KEPT_AT = 'x-kept-at';
const KEPT_AS = 'x-kept-as';

/** Tells a page that it was kept, and when: ISO 8601, by the clock of this machine. */
export const KEPT_META = 'throughline-kept-at';

export interface KeptJourney {
  /** The address of its page. */
  readonly path: string;
  /** What the cargo is known by. */
  readonly name: string;
  /** ISO 8601, by the clock of this machine. */
  readonly at: string;
}

/** Takes all away that another person left, or that was left by whoever has signed out. */
export async function forgetLeftOver(visitor: Visitor): Promise<void> {
  if (visitor?.kind === 'NOBODY' || isLeftOver(readKept(OWNER), visitor)) await forgetJourneys();
}

export async function forgetJourneys(): Promise<void> {
  keep(OWNER, null);
  if (isAble()) await caches.delete(JOURNEYS);
}

/**
 * Keeps the page of a journey for when there is no connection, as the server renders it now.
 *
 * @param key who looks; what he keeps is gone when somebody else does, or he has signed out.
 */
export async function keepJourney(key: string, path: string, name: string): Promise<void> {
  if (!isAble()) return;
  const owner = JSON.stringify({ of: key });
  await forgetLeftOver({ kind: 'PERSON', key });
  keep(OWNER, owner);
  const journeys = await caches.open(JOURNEYS);
  const before = await journeys.match(path);
  if (before && Date.now() - Date.parse(before.headers.get(KEPT_AT) ?? '') < FRESH_MS) return;
  const response = await fetch(path, {
    headers: { accept: 'text/html' },
    cache: 'no-store',
    priority: 'low',
  });
  if (!response.ok || response.redirected) return;
  const html = await response.text();
  // Meanwhile he may have signed out in another window.
  if (readKept(OWNER) !== owner) return;
  await journeys.delete(path);
  await journeys.put(path, keptPage(html, response.headers, name, new Date().toISOString()));
  await dropOldest(journeys, MOST_JOURNEYS);
  await keepParts();
}

/** The newest first. */
export async function listKept(): Promise<KeptJourney[]> {
  if (!isAble()) return [];
  const journeys = await caches.open(JOURNEYS);
  const kept = (await journeys.keys()).map(async (request) => {
    const headers = (await journeys.match(request))?.headers;
    const name = decodeURIComponent(headers?.get(KEPT_AS) ?? '');
    return { path: new URL(request.url).pathname, name, at: headers?.get(KEPT_AT) ?? '' };
  });
  return (await Promise.all(kept)).toSorted((a, b) => b.at.localeCompare(a.at));
}

/** The page with a word in its head that it was kept. Its security policy stays: it names the scripts that it may run. */
export function keptPage(html: string, headers: Headers, name: string, at: string): Response {
  const kept = new Headers(headers);
  for (const header of ['content-encoding', 'content-length', 'set-cookie']) kept.delete(header);
  kept.set(KEPT_AT, at);
  kept.set(KEPT_AS, encodeURIComponent(name));
  return new Response(html.replace(/<head[^>]*>/, `$&<meta name="${KEPT_META}" content="${at}">`), { headers: kept });
} // prettier-ignore

/** Scripts, styles and fonts that the page runs on now; the worker keeps those that come later. */
async function keepParts(): Promise<void> {
  const parts = await caches.open(PARTS);
  const used = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(_next\/static|vendor|basemap)\//.test(pathname));
  for (const { href } of used) if (!(await parts.match(href))) await parts.add(href).catch(() => undefined);
  await dropOldest(parts, MOST_PARTS);
} // prettier-ignore

async function dropOldest(cache: Cache, most: number): Promise<void> {
  const keys = await cache.keys();
  for (const request of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(request);
}

/** Not where the page came without TLS, nor in private windows of some browsers. */
function isAble(): boolean {
  return 'caches' in window && 'serviceWorker' in navigator;
}
