import type { Page } from '@playwright/test';
import { mapIsDrawn } from './looks.ts';

/** Screens that pages are looked at on, in CSS pixels. */
export const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 375, height: 812 },
} as const;

/** Looks at a page in the size it has and then in the other one, without loading it anew; it ends in its own. */
export async function inBothSizes(
  page: Page,
  own: keyof typeof SIZES,
  look: (size: keyof typeof SIZES) => Promise<void>,
): Promise<void> {
  const other = own === 'desktop' ? 'phone' : 'desktop';
  await look(own);
  await page.setViewportSize(SIZES[other]);
  await mapIsDrawn(page);
  await look(other);
  await page.setViewportSize(SIZES[own]);
}
