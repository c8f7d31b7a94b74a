// npm run bench:web [-- --objects N,N] [--seconds N] [--pages URL [--sign-in LINK] [--number N] [--visits N]] [--json]
// How the map keeps up with things that move (`--objects ""`: left out) and, of a running system, the Web Vitals of the main pages.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import playwrightConfig from '../playwright.config.ts';
import { measureMoving } from './moving-map.ts';
import { LIMITS, measureVitals, type PageVitals } from './vitals.ts';

const { values } = parseArgs({
  options: {
    objects: { type: 'string', default: '5000,50000,200000' },
    seconds: { type: 'string', default: '10' },
    pages: { type: 'string' },
    'sign-in': { type: 'string' },
    number: { type: 'string', default: 'COSU6412780350' },
    visits: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});

// What else the machine does counts, so it is told before and after.
const load = () => Math.round((loadavg()[0] ?? 0) * 100) / 100;
const before = load();
const browser = await chromium.launch(playwrightConfig.use?.launchOptions ?? {});
try {
  const counts = values.objects.split(',').filter(Boolean).map(Number);
  const moving = counts.length > 0 ? await measureMoving(browser, counts, Number(values.seconds)) : [];
  const pages = values.pages
    ? await measureVitals(browser, {
        url: new URL(values.pages).origin,
        signIn: values['sign-in'] ?? null,
        number: values.number,
        visits: Number(values.visits),
      })
    : [];
  // Frames are drawn by the processor here: what they take says nothing of a graphics card.
  const machine = {
    rendering: 'software (SwiftShader)',
    browser: browser.version(),
    cores: availableParallelism(),
    load: [before, load()],
  };
  if (values.json) console.log(JSON.stringify({ ...machine, moving, limits: LIMITS, pages }, null, 2));
  else {
    console.log(
      `${machine.cores} cores, load ${machine.load.join(' to ')}, Chromium ${machine.browser}, ${machine.rendering}`,
    );
    if (moving.length > 0) console.table(moving);
    if (pages.length > 0) console.table(pages.map(asRow));
  }
} finally {
  await browser.close();
}

function asRow({ page, size, visits, lcpMs, inpMs, cls, over }: PageVitals) {
  return {
    page,
    size,
    visits,
    [`LCP ms (< ${LIMITS.lcpMs})`]: lcpMs,
    [`INP ms (< ${LIMITS.inpMs})`]: inpMs,
    [`CLS (< ${LIMITS.cls})`]: cls,
    over: over.join(' '),
  };
}
