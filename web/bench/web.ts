// npm run bench:web [-- --objects N,N] [--seconds N]   how the map keeps up with things that move, in a browser; prints JSON.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import playwrightConfig from '../playwright.config.ts';
import type { Measured } from './moving-page.ts';

const { values } = parseArgs({
  options: {
    objects: { type: 'string', default: '5000,50000,200000' },
    seconds: { type: 'string', default: '10' },
  },
});
const here = dirname(fileURLToPath(import.meta.url));
const engine = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'dist');

const { outputFiles } = await build({
  entryPoints: [join(here, 'moving-page.ts')],
  bundle: true,
  format: 'esm',
  minify: true,
  write: false,
});
const html =
  '<!doctype html><style>html,body,#map{margin:0;height:100%}</style><div id="map"></div><script type="module" src="/page.js"></script>';
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
const browser = await chromium.launch(playwrightConfig.use?.launchOptions ?? {});
try {
  const runs: Measured[] = [];
  for (const objects of values.objects.split(',').map(Number)) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => 'measure' in window);
    runs.push(await page.evaluate(([count, seconds]) => window.measure(count ?? 0, seconds ?? 0), [objects, Number(values.seconds)]));
    await page.close();
  }
  // Frames are drawn by the processor here: what they take says nothing of a graphics card.
  console.log(JSON.stringify({ rendering: 'software (SwiftShader)', browser: browser.version(), runs }, null, 2));
} finally {
  await browser.close();
  server.close();
} // prettier-ignore
