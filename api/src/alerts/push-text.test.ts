import { expect, it } from 'vitest';
import type { LetterLine } from './letter-lines.ts';
import { pushOf } from './push-text.ts';
import { getWords } from './words.ts';

const line = (over: Partial<LetterLine> = {}): LetterLine => ({
  key: 'k',
  cargo: { id: 'shp_1', title: 'COSU6415530971' },
  what: 'Gated out full: CBHU 380417 5',
  where: 'Ningbo',
  when: '2026-11-21 16:01 +08:00 (Asia/Shanghai)',
  who: 'Terminal',
  severity: null,
  eta: null,
  ...over,
});
const push = (lines: readonly LetterLine[], language: 'en' | 'zh-CN' = 'en') =>
  pushOf('ltr_1', lines, getWords(language));

it('says of one shipment what happened, and leads there', () => {
  expect(push([line()])).toEqual({
    title: 'COSU6415530971',
    body: 'Gated out full: CBHU 380417 5 · Ningbo · 2026-11-21 16:01 +08:00 (Asia/Shanghai)',
    path: '/en/shipments/shp_1',
    tag: 'ltr_1',
    language: 'en',
  });
  expect(push([line(), line({ what: 'Loaded' })], 'zh-CN')).toMatchObject({
    body: 'Gated out full: CBHU 380417 5 · Ningbo · 2026-11-21 16:01 +08:00 (Asia/Shanghai)\n另有 1 条',
    path: '/zh-CN/shipments/shp_1',
  });
});

it('leads from several to the list, as from what is about none', () => {
  const others = [line({ cargo: { id: 'shp_2', title: '172-2611 4686' } }), line()];
  expect(push(others)).toMatchObject({
    title: '172-2611 4686',
    body: expect.stringMatching(/\nand 1 more$/) as string,
    path: '/en/shipments',
  });
  expect(push([line({ cargo: null, what: getWords('en').letter('missed') })])).toMatchObject({
    title: 'Something may be missing',
    path: '/en/shipments',
  });
});

it('is as short as push services take it, whatever is said', () => {
  const long = push([
    line({ what: '箱'.repeat(5000), cargo: { id: 'shp_1', title: '𠮷'.repeat(500) } }),
    line(),
  ]);
  expect(Buffer.byteLength(JSON.stringify(long))).toBeLessThan(3993);
  expect(long.title).toMatch(/^𠮷{79}…$/u);
});
