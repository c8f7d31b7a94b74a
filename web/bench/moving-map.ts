import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { build } from 'esbuild';
import type { Measured } from './moving-page.ts';

const here = dirname(fileURLToPath(import.meta.url));
const engine = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'dist');
const html =
  '<!doctype html><style>html,body,#map{margin:0;height:100%}</style><div id="map"></div><script type="module" src="/page.js"></script>';

/** How the layer of the map keeps up with so many things that move, each number of them for so many seconds. */
export async function measureMoving(
  browser: Browser,
  counts: readonly number[],
  seconds: number,
): Promise<Measured[]> {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'moving-page.ts')],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
  });
  const server = createServer(({ url = '/' }, response) => {
    if (url.startsWith('/maplibre/')) {
      response.setHeader('content-type', 'text/javascript');
      createReadStream(join(engine, basename(url))).pipe(response);
    } else if (url === '/page.js') {
      response.setHeader('content-type', 'text/javascript').end(outputFiles[0]?.text);
    } else response.setHeader('content-type', 'text/html').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const runs: Measured[] = [];
  try {
    for (const objects of counts) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction(() => 'measure' in window);
      runs.push(await page.evaluate(([count, length]) => window.measure(count ?? 0, length ?? 0), [objects, seconds]));
      await page.close();
    }
  } finally {
    server.close();
  }
  return runs;
} // prettier-ignore
