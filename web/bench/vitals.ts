import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { build } from 'esbuild';
import { MEASURED_PAGES, type MeasuredPage } from './measured-pages.ts';
import type { SeenVitals } from './vitals-page.ts';

/** Core Web Vitals of one visit to a page, as https://web.dev/articles/vitals defines them; a visit has a handful of interactions. */
interface Vitals {
  /** Largest Contentful Paint before the first interaction, milliseconds. */
  readonly lcpMs: number;
  /** Interaction to Next Paint: the slowest of the visit, milliseconds; 0: none took 16. */
  readonly inpMs: number;
  /** Cumulative Layout Shift: the worst window of at most five seconds. */
  readonly cls: number;
}

/** A page at a size: the middle one of the visits for what paints, the worst of them for what follows. */
export interface PageVitals extends Vitals {
  readonly page: string;
  readonly size: string;
  readonly visits: number;
  /** Which of the limits are not kept. */
  readonly over: readonly (keyof Vitals)[];
}

export const LIMITS: Vitals = { lcpMs: 2000, inpMs: 200, cls: 0.05 };
const NAMES = ['lcpMs', 'inpMs', 'cls'] as const;

const SIZES: Readonly<Record<string, BrowserContextOptions>> = {
  '1280 x 800': { viewport: { width: 1280, height: 800 } },
  '375 x 812': { viewport: { width: 375, height: 812 }, hasTouch: true },
};

interface Asked {
  /** Origin of a running system. */
  readonly url: string;
  /** A link that signs in; null: it is open to all. */
  readonly signIn: string | null;
  /** Whose journey is opened. */
  readonly number: string;
  readonly visits: number;
}

/** Each visit with an empty cache, in a browser without extensions; no network is slowed down. */
export async function measureVitals(
  browser: Browser,
  { url, signIn, number, visits }: Asked,
): Promise<PageVitals[]> {
  const entry = join(dirname(fileURLToPath(import.meta.url)), 'vitals-page.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  const observer = outputFiles[0]?.text ?? '';
  const known = await browser.newContext();
  const first = await known.newPage();
  if (signIn !== null) await first.goto(signIn);
  await first.goto(`${url}/en/find?number=${encodeURIComponent(number)}`);
  await first.waitForURL(/\/shipments\//);
  const journey = new URL(first.url()).pathname;
  const storageState = await known.storageState();
  await known.close();
  const measured: PageVitals[] = [];
  for (const page of MEASURED_PAGES)
    for (const [size, options] of Object.entries(SIZES)) {
      const seen: Vitals[] = [];
      for (let visit = 0; visit < visits; visit += 1) {
        const context = await browser.newContext({ ...options, storageState, serviceWorkers: 'block' });
        await context.addInitScript({ content: observer });
        seen.push(await visitPage(await context.newPage(), url + (page.path ?? journey), page));
        await context.close();
      }
      const vitals = {
        lcpMs: middle(seen.map(({ lcpMs }) => lcpMs)),
        inpMs: Math.max(...seen.map(({ inpMs }) => inpMs)),
        cls: Math.max(...seen.map(({ cls }) => cls)),
      };
      measured.push({
        page: page.name,
        size,
        visits,
        ...vitals,
        over: NAMES.filter((name) => vitals[name] > LIMITS[name]),
      });
    }
  return measured;
}

/** After the page came to rest it is used as its reader would. */
async function visitPage(page: Page, address: string, { use }: MeasuredPage): Promise<Vitals> {
  await page.goto(address, { waitUntil: 'load' });
  await settle(page);
  await use(page);
  await settle(page);
  const { lcpMs, slowest, cls } = await page.evaluate((): SeenVitals => window.vitals);
  return {
    lcpMs: Math.round(lcpMs),
    inpMs: Math.max(0, ...Object.values(slowest)),
    cls: Math.round(cls * 1000) / 1000,
  };
}

/** Until nothing new was painted or moved for a second. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.now() - window.vitals.at > 1000, null, { timeout: 60_000 });
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
