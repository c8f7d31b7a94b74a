import { existsSync } from 'node:fs';
import { aptInstall } from '../launch/apt.mjs';
import { findExecutable, tryRun } from '../launch/run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Path of a Chromium for the browser tours, with a font that has Chinese glyphs. */
export async function ensureBrowser({ log }) {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  let found = findBrowser();
  const missing = [];
  if (found === null) missing.push('chromium');
  if (process.platform === 'linux' && !(await hasChineseFont())) missing.push('fonts-noto-cjk');
  if (missing.length > 0) {
    await aptInstall(missing, { purpose: 'what the browser tours need', log });
    found = findBrowser();
  }
  if (found === null) throw new Error('Chromium was installed but is not found');
  return found;
}

function findBrowser() {
  for (const name of NAMES) {
    const path = findExecutable(name);
    if (path !== null) return path;
  }
  return existsSync(MACOS) ? MACOS : null;
}

async function hasChineseFont() {
  const { code, stdout } = await tryRun('fc-list', [':lang=zh-cn', 'family'], { timeoutMs: 30_000 });
  return code === 0 && stdout.trim() !== '';
}
