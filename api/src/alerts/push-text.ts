import type { LetterLine } from './letter-lines.ts';
import type { Words } from './words.ts';

/** What a notification shows and where it leads, as the service worker of the pages reads it (`web/public/sw.js`). */
export interface PushText {
  readonly title: string;
  readonly body: string;
  /** Of a page of ours, without its origin: `/en/shipments/shp_…`. */
  readonly path: string;
  /** A notification of the same tag is replaced: what comes twice is shown once. */
  readonly tag: string;
  readonly language: string;
}

/** Push services take 4,096 bytes (RFC 8030, 7.2), of which the encryption needs 103; a screen shows less. */
const TITLE_MAX = 80;
const BODY_MAX = 300;

/** The first of some lines, how many more there are, and where all of them are seen. There is at least one. */
export function pushOf(id: string, lines: readonly LetterLine[], words: Words): PushText {
  const first = lines.find(({ cargo }) => cargo !== null);
  const cargo = new Set(lines.map((line) => line.cargo?.id ?? ''));
  const [only = ''] = cargo.size === 1 ? cargo : [];
  const text = first
    ? { title: first.cargo?.title ?? '', body: partsOf(first, lines.length - 1, words) }
    : { title: words.letter('subjectMissed'), body: words.letter('missed') };
  return {
    title: cut(text.title, TITLE_MAX),
    body: cut(text.body, BODY_MAX),
    path: `/${words.language}/shipments${only === '' ? '' : `/${encodeURIComponent(only)}`}`,
    tag: id,
    language: words.language,
  };
}

function partsOf({ what, where, when }: LetterLine, more: number, words: Words): string {
  const said = [what, where, when].filter((part) => part !== null).join(' · ');
  return more === 0 ? said : `${said}\n${words.letter('more', { count: more })}`;
}

function cut(text: string, max: number): string {
  const signs = Array.from(text);
  return signs.length <= max ? text : `${signs.slice(0, max - 1).join('')}…`;
}
