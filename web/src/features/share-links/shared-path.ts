const SHARED = /^\/[\w-]+\/(?:shared|embed)\/(tls_[\w-]{20,200})(?:[/?#]|$)/;

/** The token in the address of a shared journey, as a page or inside another one; null: the page is another one. */
export function sharedToken(page: string | null): string | null {
  return SHARED.exec(page ?? '')?.[1] ?? null;
}

/** Whether a page belongs to shared journeys: there nobody is asked to sign in. */
export function isShared(page: string | null): boolean {
  return page !== null && /^\/[\w-]+\/(?:shared|embed)(?:[/?#]|$)/.test(page);
}

/** Whether a page is made to stand inside another one, of anybody. */
export function isEmbedded(page: string | null): boolean {
  return page !== null && /^\/[\w-]+\/embed(?:[/?#]|$)/.test(page);
}

/** Where a link leads that opens nothing any more, in the way in which it was looked at. */
export function endedPath(locale: string, page: string | null): string {
  return `/${locale}/${isEmbedded(page) ? 'embed' : 'shared'}`;
}
