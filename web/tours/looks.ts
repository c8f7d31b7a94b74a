import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Findings = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** What axe finds on the page, the size of what is pressed included (WCAG 2.2, 2.5.8), which it leaves out by itself. */
export async function findings(page: Page): Promise<Findings> {
  return found(page, builderOf(page));
}

/** The same of one part of the page. */
export async function findingsIn(page: Page, part: string): Promise<Findings> {
  return found(page, builderOf(page).include(part));
}

/** The same of all but the map, which may be drawn later. */
export async function findingsBesideMap(page: Page): Promise<Findings> {
  return found(page, builderOf(page).exclude('[data-testid="map"]'));
}

function builderOf(page: Page): AxeBuilder {
  // Of what passes nobody reads where it stands, and to find that out takes longer than all else.
  return new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
  });
}

/**
 * Marks on a map stand where their things are, and near ones lie over one another: 2.5.8 calls that essential. That each is as large as it
 * has to be by itself is seen by `marksAreLarge`.
 */
async function found(page: Page, builder: AxeBuilder): Promise<Findings> {
  // A page that is about to be another one is faint, and its title comes with the last of it: neither is looked at.
  await expect(page.locator('main[aria-busy="true"]')).toHaveCount(0);
  await expect(page).toHaveTitle(/./);
  const { violations } = await builder.analyze();
  const all = await Promise.all(
    violations.map(async (violation) => {
      if (violation.id !== 'target-size') return violation;
      const isMark = await Promise.all(violation.nodes.map(({ target }) => isOnMap(page, String(target.at(-1)))));
      return { ...violation, nodes: violation.nodes.filter((_, index) => !isMark[index]) };
    }),
  );
  return all.filter(({ nodes }) => nodes.length > 0);
} // prettier-ignore

const MARKS = '.maplibregl-marker, .mapboxgl-marker';

async function isOnMap(page: Page, target: string): Promise<boolean> {
  return page.evaluate(([one, marks]) => document.querySelector(one)?.closest(marks) != null, [
    target,
    MARKS,
  ] as const);
}

/** Whatever can be pressed on the map is 24 pixels wide and high, whatever lies beside it. */
export async function marksAreLarge(page: Page): Promise<void> {
  const small = await page
    .getByTestId('map')
    .getByRole('button')
    .evaluateAll((marks) =>
      marks.flatMap((mark) => {
        const { width, height } = mark.getBoundingClientRect();
        return width < 24 || height < 24 ? [`${mark.getAttribute('aria-label')}: ${width} × ${height}`] : [];
      }),
    );
  expect(small).toEqual([]);
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
