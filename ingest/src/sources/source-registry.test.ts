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
      maySpeakOf: { kinds: ['GATED_IN', 'DECLL_*'], places: null, parties: null },
      trust: { GATEDIN: 0 },
      defaultZome: 'UTC',
    };
    edit(
      JSON.stringify([
        { ...source('ngb', 'k'), ...misspelt },
        { ...source('sha', 'l'), defaultZone: '+08:00', callbackSecret: 'c2VjcmV0', trust: { 'DECL_*': 1 } },
      ]),
    );
    expect(sources.findByKey('k')?.id).toBe('ngb');
    expect(sources.getOrUnknown('ngb')).toMatchObject({ defaultZone: 'UTC', defaultCharset: 'gb18030' });
    expect([...sources.doubts()]).toEqual([
      [
        'ngb',
        [
          { code: 'UNKNOWN_FIELD', field: 'defaultZome', value: null },
          { code: 'UNKNOWN_ZONE', field: 'defaultZone', value: 'Asia/Shangai' },
          { code: 'UNKNOWN_CHARSET', field: 'defaultCharset', value: 'gbkk' },
          { code: 'UNKNOWN_FORMAT', field: 'formats', value: 'edifact-codeko' },
          { code: 'UNKNOWN_KIND', field: 'maySpeakOf.kinds', value: 'DECLL_*' },
          { code: 'UNKNOWN_KIND', field: 'trust', value: 'GATEDIN' },
        ],
      ],
    ]);
    expect(errors).toHaveLength(6);
    expect(errors[1]).toContain('source ngb: UNKNOWN_ZONE defaultZone "Asia/Shangai"');
  });

  it('keeps the former settings of a row that cannot be read, and the others count', () => {
    const sources = openSourceRegistry(file, () => undefined);
    edit(JSON.stringify([source('ngb', 'k'), source('sha', 'l')]));
    expect(sources.findByKey('k')?.id).toBe('ngb');
    edit(
      JSON.stringify([
        { ...source('ngb', 'x'), kind: 'TERMNAL' },
        source('sha', 'm'),
        { id: 'new', name: 'New' },
      ]),
    );
    expect([sources.findByKey('k')?.id, sources.findByKey('x'), sources.findByKey('m')?.id]).toEqual([
      'ngb',
      null,
      'sha',
    ]);
    expect(sources.find('new')).toBeNull();
    expect([...sources.doubts()].map(([id, [doubt]]) => [id, doubt?.code, doubt?.field])).toEqual([
      ['ngb', 'NOT_READ', 'kind'],
      ['new', 'NOT_READ', 'kind'],
    ]);
    edit('[{"id": "ngb", ');
    expect([...sources.doubts().values()].map((doubts) => doubts.at(-1)?.code)).toEqual([
      'FILE_NOT_READ',
      'FILE_NOT_READ',
    ]);
    edit(JSON.stringify([source('ngb', 'k')]));
    expect(sources.doubts().size).toBe(0);
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
