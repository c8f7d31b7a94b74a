import type { ReactNode } from 'react';

/** What Next hands to a page below `[locale]`; `Params` adds the page's own parts of the address. */
export interface RouteProps<Params extends object = object> {
  readonly params: Promise<{ readonly locale: string } & Params>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export interface LayoutRouteProps {
  readonly params: Promise<{ readonly locale: string }>;
  readonly children: ReactNode;
}

/** The first of a parameter that an address may repeat. */
export function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
