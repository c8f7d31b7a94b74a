/** How close rows of a list stand; kept by each browser, so that the server draws them so at once. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];
export const DENSITY_COOKIE = 'tl_density';

export function densityOf(kept: string | undefined): Density {
  return DENSITIES.find((one) => one === kept) ?? 'comfortable';
}

const YEAR_SECONDS = 31_536_000;

/** Has this browser keep it. */
export function keepDensity(density: Density): void {
  document.cookie = `${DENSITY_COOKIE}=${density}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
