import type { LetterLine } from './letter-lines.ts';
import type { Words } from './words.ts';

export interface LetterParts {
  readonly lines: readonly LetterLine[];
  /** So many more follow in the next letter. */
  readonly more: number;
  /** Names of the rules that it comes of. */
  readonly rules: readonly string[];
  readonly words: Words;
  /** The pages as browsers reach them. */
  readonly publicUrl: string;
}

export interface LetterText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where its reader changes what he is sent. */
  readonly settings: string;
}

interface Group {
  readonly title: string | null;
  readonly link: string;
  readonly lines: readonly LetterLine[];
}

/** A letter in the language of its reader, as text and as simple HTML that say the same: by cargo, each matter a line. */
export function letterOf({ lines, more, rules, words, publicUrl }: LetterParts): LetterText {
  const base = `${publicUrl.replace(/\/+$/, '')}/${words.language}`;
  const groups = groupsOf(lines, base);
  const lead = words.letter('lead', {
    matters: lines.length,
    shipments: new Set(lines.flatMap(({ cargo }) => cargo?.id ?? [])).size,
  });
  const omitted = more > 0 ? words.letter('omitted', { count: more }) : null;
  const why = words.letter('why', { rules: rules.join(words.letter('comma')) });
  const settings = `${base}/account/alerts`;
  const change = words.letter('change');
  const text = [
    lead,
    ...groups.map(({ title, link, lines: own }) =>
      [...(title === null ? [] : [title]), ...own.map((line) => `- ${said(line, words)}`), link].join('\n'),
    ),
    ...(omitted === null ? [] : [omitted]),
    `${why}\n${change}: ${settings}`,
  ].join('\n\n');
  const html = [
    `<p>${escaped(lead)}</p>`,
    ...groups.map(
      ({ title, link, lines: own }) =>
        (title === null ? '' : `<h2 style="font-size:1em;margin:1.5em 0 .3em">${escaped(title)}</h2>`) +
        `<ul style="margin:0 0 .3em;padding-left:1.2em">${own.map((line) => `<li>${escaped(said(line, words))}</li>`).join('')}</ul>` +
        `<a href="${escaped(link)}">${escaped(words.letter('open'))}</a>`,
    ),
    ...(omitted === null ? [] : [`<p>${escaped(omitted)}</p>`]),
    `<p style="margin-top:2em;color:#555">${escaped(why)} <a href="${escaped(settings)}">${escaped(change)}</a></p>`,
  ].join('\n');
  return {
    subject: subjectOf(lines, words),
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="${words.language}"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.5">\n${html}\n</body></html>\n`,
    settings,
  };
} // prettier-ignore

function groupsOf(lines: readonly LetterLine[], base: string): Group[] {
  const byCargo = new Map<string, LetterLine[]>();
  for (const line of lines) {
    const id = line.cargo?.id ?? '';
    byCargo.set(id, [...(byCargo.get(id) ?? []), line]);
  }
  return [...byCargo].map(([id, own]) => ({
    title: own[0]?.cargo?.title ?? null,
    link: `${base}/shipments${id === '' ? '' : `/${encodeURIComponent(id)}`}`,
    lines: own,
  }));
}

/** Of the subject only what happened to which cargo: it is shown on locked screens. */
function subjectOf(lines: readonly LetterLine[], words: Words): string {
  const first = lines.find(({ cargo }) => cargo !== null);
  if (!first) return words.letter('subjectMissed');
  return words.letter('subject', { first: `${first.cargo?.title} · ${first.what}`, more: lines.length - 1 });
}

function said({ what, where, when, who }: LetterLine, words: Words): string {
  const source = who === null ? null : words.letter('says', { source: who });
  return [what, where, when, source].filter((part) => part !== null).join(' · ');
}

/** Text as it stands in HTML, also in an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
