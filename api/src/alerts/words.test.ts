import { readFileSync } from 'node:fs';
import { ALERT_LANGUAGES } from 'graph-schema/domain/alert/alert-rule';
import { EVENT_CODES } from 'graph-schema/domain/event-code';
import { ACTORS, EXCEPTION_KINDS } from 'graph-schema/domain/exceptions/exception';
import { describe, expect, it } from 'vitest';
import { getWords } from './words.ts';

type Texts = Record<string, Record<string, string> & string>;
const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Texts;

describe.each(ALERT_LANGUAGES)('the words of letters in %s', (language) => {
  it('are those of the pages', () => {
    const own = read(`../../words/${language}.json`);
    const pages = read(`../../../web/messages/${language}.json`);
    for (const part of ['events', 'severities', 'actors']) expect(own[part], part).toEqual(pages[part]);
    expect(own['mustAct']).toBe(pages['attention']?.['mustAct']);
    for (const kind of EXCEPTION_KINDS) {
      const shown = kind === 'SILENT_SOURCE' ? pages['list']?.['silent'] : pages['attention']?.[kind];
      expect(own['exceptions']?.[kind], kind).toBe(shown);
    }
  });

  it('name every event, exception and actor', () => {
    const words = getWords(language);
    for (const code of EVENT_CODES) expect(words.event({ code, transport: null, loadState: null })).toMatch(/^[^{}]+$/); // prettier-ignore
    for (const kind of EXCEPTION_KINDS) expect(words.exception(kind)).toMatch(/^[^{}]+$/);
    for (const actor of ACTORS) expect(words.mustAct(actor)).toMatch(/^[^{}]+$/);
  });
});
