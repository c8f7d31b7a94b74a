import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';

/** A first source for an empty installation, with a generated key in a file that only the owner reads. */
export function ensureLocalSource(sourcesFile: string, data: string, log: Logger): void {
  if (existsSync(sourcesFile)) return;
  mkdirSync(dirname(sourcesFile), { recursive: true });
  const key = `tl_${randomBytes(24).toString('base64url')}`;
  const keyFile = join(data, 'local-source.key');
  writeFileSync(keyFile, `${key}\n`, { mode: 0o600 });
  const source = {
    id: 'local',
    name: 'Local source',
    nameZh: '本地来源',
    kind: 'OPERATOR',
    defaultZone: 'Asia/Shanghai',
    keySha256: createHash('sha256').update(key).digest('hex'),
  };
  writeFileSync(sourcesFile, `${JSON.stringify([source], null, 2)}\n`, { mode: 0o600 });
  log.info({ keyFile }, 'first source made; its key is in the file');
}
