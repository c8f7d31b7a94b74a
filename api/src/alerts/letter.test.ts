import { describe, expect, it } from 'vitest';
import { letterOf } from './letter.ts';
import { firstLetterOf, LINES_MAX, type LetterLine } from './letter-lines.ts';
import { instantText, timeText } from './letter-times.ts';
import { getWords } from './words.ts';

const line = (over: Partial<LetterLine> = {}): LetterLine => ({
  key: 'k',
  cargo: { id: 'shp_1', title: 'COSU6415530971' },
  what: 'Gated out full: CBHU 380417 5',
  where: 'Ningbo',
  when: '2026-11-21 16:01 +08:00 (Asia/Shanghai)',
  who: 'Terminal <A&B>',
  severity: null,
  eta: null,
  ...over,
});
const letter = (lines: readonly LetterLine[], language: 'en' | 'zh-CN' = 'en', more = 0) =>
  letterOf({ lines, more, rules: ['Gate'], words: getWords(language), publicUrl: 'https://track.example/' });

describe('a letter', () => {
  it('says by cargo what happened, where, when and who says so, with a way to look', () => {
    const other = line({ cargo: { id: 'shp_2', title: '172-2611 4686' }, where: null, who: null });
    expect(letter([line(), other, line({ what: 'Loaded' })])).toMatchObject({
      subject: 'COSU6415530971 · Gated out full: CBHU 380417 5 and 2 more',
      text: `3 pieces of news on 2 shipments

COSU6415530971
- Gated out full: CBHU 380417 5 · Ningbo · 2026-11-21 16:01 +08:00 (Asia/Shanghai) · says Terminal <A&B>
- Loaded · Ningbo · 2026-11-21 16:01 +08:00 (Asia/Shanghai) · says Terminal <A&B>
https://track.example/en/shipments/shp_1

172-2611 4686
- Gated out full: CBHU 380417 5 · 2026-11-21 16:01 +08:00 (Asia/Shanghai)
https://track.example/en/shipments/shp_2

You get this letter by your alert rules: Gate.
Change, pause or delete them: https://track.example/en/account/alerts
`,
    });
  });

  it('says the same in HTML, with nothing of a sender’s in it that a browser would read', () => {
    const { html } = letter([line({ what: '<script>x</script>' })], 'zh-CN');
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt; · Ningbo');
    expect(html).toContain('据Terminal &lt;A&amp;B&gt;');
    expect(html).toContain('<a href="https://track.example/zh-CN/shipments/shp_1">打开全程</a>');
    expect(html).not.toContain('<script');
  });

  it('keeps the gravest where there is too much for one, and says how much follows', () => {
    const news = Array.from({ length: LINES_MAX }, (_, at) => line({ key: `news ${at}` }));
    const grave = line({ key: 'grave', severity: 'CRITICAL' });
    const warning = line({ key: 'warning', severity: 'WARNING' });
    const missed = line({ key: 'missed', cargo: null });
    const { kept, rest } = firstLetterOf([...news, warning, grave, missed]);
    expect(kept.map(({ key }) => key)).toEqual([...news.slice(0, LINES_MAX - 3).map(({ key }) => key), 'warning', 'grave', 'missed']);
    expect(rest.map(({ key }) => key)).toEqual(news.slice(-3).map(({ key }) => key));
    expect(firstLetterOf(news)).toEqual({ kept: news, rest: [] });
    const { text } = letter(kept, 'en', rest.length);
    expect(text.match(/^- /gm)).toHaveLength(LINES_MAX);
    expect(text).toContain('3 more pieces of news follow in the next letter.');
  });

  it('says of nothing but a gap that something may be missing', () => {
    const missed = line({ cargo: null, what: getWords('en').letter('missed'), where: null, when: null, who: null });
    expect(letter([missed])).toMatchObject({ subject: 'Something may be missing', text: expect.stringContaining('https://track.example/en/shipments\n') as string });
  });
}); // prettier-ignore

describe('times in letters', () => {
  it('stand on the clock of the place, with zone', () => {
    const day = { instant: '2026-11-20T16:00:00Z', local: '2026-11-21T00:00:00', zone: 'Asia/Shanghai', zoneSource: 'PLACE', precision: 'DAY' } as const;
    expect(timeText(day)).toBe('2026-11-21');
    expect(timeText({ ...day, precision: 'MINUTE', zone: '+08:00' })).toBe('2026-11-21 00:00 +08:00');
    expect(instantText(Date.parse('2026-07-01T12:00:00Z'), 'Europe/Berlin')).toBe('2026-07-01 14:00 +02:00 (Europe/Berlin)');
    expect(instantText(Date.parse('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25 02:30 +02:00 (Europe/Berlin)');
    expect(instantText(Date.parse('2026-12-01T12:00:00Z'), 'America/New_York')).toBe('2026-12-01 07:00 -05:00 (America/New_York)');
  });
}); // prettier-ignore
