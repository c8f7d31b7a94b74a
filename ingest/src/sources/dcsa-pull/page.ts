import { readFileSync } from 'node:fs';
import type { DcsaPull } from '../receivers-file.ts';

export interface Page {
  readonly bytes: Buffer;
  readonly contentType: string | null;
  /** Null: this is the last one. */
  readonly next: URL | null;
}

const TIMEOUT_MS = 60_000;

export class PageTooLarge extends Error {
  readonly url: URL;

  constructor(url: URL, bytesMax: number) {
    super(`a page has more than ${bytesMax} bytes: ask for fewer events`);
    this.url = url;
  }
}

/** One page of events, with the key of the carrier; an answer that is no page is an error with its status. */
export async function fetchPage(pull: DcsaPull, url: URL, bytesMax: number): Promise<Page> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...pull.headers, ...keyOf(pull) },
    // The key is for the address that was agreed on, and goes nowhere else.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) {
    await response.body?.cancel();
    const wait = response.headers.get('retry-after');
    throw new Error(`${url.origin} answers ${response.status}${wait ? `, again after ${wait} s` : ''}`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > bytesMax) throw new PageTooLarge(url, bytesMax);
    chunks.push(chunk);
  }
  const next = nextPage(response.headers, url);
  return { bytes: Buffer.concat(chunks), contentType: response.headers.get('content-type'), next };
}

/** The first page of what came to be since then; null: of all that the carrier has. */
export function firstPage(
  pull: DcsaPull,
  query: Readonly<Record<string, string>>,
  since: string | null,
): URL {
  const url = new URL(pull.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  url.searchParams.set('limit', String(pull.limit));
  if (since !== null)
    url.searchParams.set(pull.version === 2 ? 'eventCreatedDateTime:gte' : 'eventUpdatedDateTimeMin', since);
  return url;
}

/**
 * `Next-Page`: to 2.2 the cursor alone, later a link; `Next-Page-Cursor` in 3.0; some gateways send `Link: <…>; rel="next"`.
 * A link to anywhere else is not followed.
 */
export function nextPage(headers: Headers, current: URL): URL | null {
  const linked = /<([^>]+)>[^,]*;\s*rel="?next"?/i.exec(headers.get('link') ?? '')?.[1];
  const said = headers.get('next-page') ?? linked;
  const cursor = headers.get('next-page-cursor') ?? (said && !/^(?:https?:)?\/|^\?/.test(said) ? said : null);
  if (!cursor && !said) return null;
  const next = new URL(cursor ? current : (said ?? ''), current);
  if (cursor) next.searchParams.set('cursor', cursor);
  return next.origin === current.origin && next.href !== current.href ? next : null;
}

/** Read each time: whoever renews a token writes the file anew. */
function keyOf({ keyHeader, keyFile }: DcsaPull): Record<string, string> {
  return keyFile === null ? {} : { [keyHeader]: readFileSync(keyFile, 'utf8').trim() };
}
