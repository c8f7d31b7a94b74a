import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Findings = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** What axe finds on the page. */
export async function findings(page: Page): Promise<Findings> {
  return (await new AxeBuilder({ page }).analyze()).violations;
}

/** The same of one part of the page. */
export async function findingsIn(page: Page, part: string): Promise<Findings> {
  return (await new AxeBuilder({ page }).include(part).analyze()).violations;
}

/** The same of all but the map, which may be drawn later. */
export async function findingsBesideMap(page: Page): Promise<Findings> {
  return (await new AxeBuilder({ page }).exclude('[data-testid="map"]').analyze()).violations;
}

export async function doesNotScrollSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
}

/** Waits for the map of a page that has one. */
export async function mapIsDrawn(page: Page): Promise<void> {
  const map = page.getByTestId('map');
  if ((await map.count()) > 0) await expect(map).toHaveAttribute('data-map-state', 'drawn');
}
