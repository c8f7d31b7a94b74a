/** Whether a page is the one for whoever is offline: it is rendered for nobody, and must take nothing from anybody. */
export function isOfflinePage(page: string | null): boolean {
  return page !== null && /^\/[\w-]+\/offline(?:[?#]|$)/.test(page);
}
