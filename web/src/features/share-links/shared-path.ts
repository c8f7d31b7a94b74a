const SHARED = /^\/[\w-]+\/shared\/(tls_[\w-]{20,200})(?:[/?#]|$)/;

/** The token in the address of a shared journey; null: the page is another one. */
export function sharedToken(page: string | null): string | null {
  return SHARED.exec(page ?? '')?.[1] ?? null;
}

/** Whether a page belongs to shared journeys: there nobody is asked to sign in. */
export function isShared(page: string | null): boolean {
  return page !== null && /^\/[\w-]+\/shared(?:[/?#]|$)/.test(page);
}
