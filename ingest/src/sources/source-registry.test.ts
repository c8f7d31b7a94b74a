import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../raw/folder-store.ts';
import { openSourceRegistry } from './source-registry.ts';

let folder: string;
let file: string;
let edits = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
  file = join(folder, 'sources.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Written by an operator; each edit has a time of its own, as edits by hand have. */
function edit(content: string): void {
  edits += 1;
  writeFileSync(file, content);
  utimesSync(file, new Date(), new Date(Date.now() + edits * 1000));
}

const source = (id: string, key: string) => ({
  id,
  name: id,
  kind: 'TERMINAL',
  keySha256: sha256Hex(Buffer.from(key)),
});

describe('the source registry', () => {
  it('counts an edited file from the next message on, and keeps the last good one over a broken one', () => {
    const errors: unknown[] = [];
    const sources = openSourceRegistry(file, (error) => errors.push(error));
    expect(sources.findByKey('first key')).toBeNull();
    expect(errors).toEqual([]);
    edit(JSON.stringify([source('ngb', 'first key')]));
    expect(sources.findByKey('first key')?.id).toBe('ngb');
    edit('[{"id": "ngb", ');
    expect(sources.findByKey('first key')?.id).toBe('ngb');
    expect(errors).toHaveLength(1);
    edit(JSON.stringify([source('ngb', 'second key')]));
    expect(sources.findByKey('first key')).toBeNull();
    expect(sources.findByKey('second key')).toMatchObject({ id: 'ngb', nameZh: null, defaultZone: 'UTC' });
  });

  it('names what a profile has misspelt, and lets the source send all the same', () => {
    const errors: string[] = [];
    const sources = openSourceRegistry(file, (error) => errors.push(String(error)));
    const misspelt = {
      defaultZone: 'Asia/Shangai',
      defaultCharset: 'gbkk',
      formats: ['edifact-codeko', 'jt-codeco'],
    };
    edit(
      JSON.stringify([
        { ...source('ngb', 'k'), ...misspelt },
        { ...source('sha', 'l'), defaultZone: '+08:00' },
      ]),
    );
    expect(sources.findByKey('k')?.id).toBe('ngb');
    expect(errors).toEqual([
      expect.stringContaining('source ngb: defaultZone "Asia/Shangai"'),
      expect.stringContaining('source ngb: defaultCharset "gbkk"'),
      expect.stringContaining('source ngb: there is no format "edifact-codeko"'),
    ]);
  });

  it('refuses an id that would not do as a folder, and keeps a message of a source that was taken out readable', () => {
    const errors: unknown[] = [];
    const sources = openSourceRegistry(file, (error) => errors.push(error));
    edit(JSON.stringify([source('../evil', 'k')]));
    expect(sources.findByKey('k')).toBeNull();
    expect(errors).toHaveLength(1);
    expect(sources.getOrUnknown('gone')).toMatchObject({ id: 'gone', keySha256: null, mayStateReceivedAt: false });
  }); // prettier-ignore
});
