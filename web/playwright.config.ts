import { defineConfig } from '@playwright/test';
import { SIZES } from './tours/sizes.ts';

/**
 * Whoever the kind of user is, he goes his whole way in either language at either size; every view is looked at so, too.
 * All else is told once in each language: in English on the desk, in Chinese on the phone. (A full title begins with project and file.)
 */
const elsewhereThan = (locale: string) => new RegExp(`^(?!.*\\busers/).* in (?!${locale}\\b)(en|zh-CN)\\b`);

/** The tours of the running app. They need the whole system up: `npm test` starts it and says where it is. */
export default defineConfig({
  testDir: './tours',
  outputDir: './test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Deadlines, not measures: software rendering on two busy cores is slow.
  timeout: 180_000,
  expect: { timeout: 40_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'test-results/tours.json' }],
  ],
  use: {
    baseURL: process.env['WEB_URL'] ?? process.env['BASE_URL'] ?? 'http://127.0.0.1:4000',
    // Pictures of every step cost a fifth of the time; whoever looks for a fault asks with `--trace on`.
    trace: 'off',
    // Each frame of a movement is drawn by the processor here. Tours of each kind of user see what moves.
    contextOptions: { reducedMotion: 'reduce' },
    // Only where that is what a tour is about: else nothing stands between the pages and the network.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        // Maps are drawn by it, and what stands around them need not be: half the work.
        '--disable-gpu-compositing',
      ],
    },
  },
  projects: [
    { name: 'desktop', grepInvert: elsewhereThan('en'), use: { viewport: SIZES.desktop } },
    {
      name: 'phone',
      // The pseudo language is looked at in both sizes from the desk.
      testIgnore: '**/pseudo.spec.ts',
      grepInvert: elsewhereThan('zh-CN'),
      use: { viewport: SIZES.phone, hasTouch: true },
    },
  ],
});
