import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termQueryText } from './term-query.ts';

describe('a question of the full-text index', () => {
  it('asks of each group one, and for one key that opens', () => {
    const text = termQueryText({
      facets: [[{ text: 'PHASE:IN_TRANSIT' }, { text: 'PHASE:AT_ORIGIN' }], [{ text: 'PORT:CNNBO' }]],
      sight: ['PARTY:USCC:91330200TEST00001X'],
    });
    expect(text).toBe(
      '+(facets:"PHASE:IN_TRANSIT" facets:"PHASE:AT_ORIGIN") +(facets:"PORT:CNNBO") +(sight:"PARTY:USCC:91330200TEST00001X")',
    );
  });

  it('asks for beginnings without quotes, each sign standing for itself', () => {
    const text = termQueryText({
      facets: [[{ text: 'CONSIGNEE:NAME/HAI TONG', isBeginning: true }]],
      sight: null,
    });
    expect(text).toBe('+(facets:CONSIGNEE\\:NAME\\/HAI\\ TONG*)');
  });

  it('is none where nothing limits it, and one without an answer for whoever holds no key', () => {
    expect(termQueryText({ facets: [], sight: null })).toBeNull();
    expect(termQueryText({ facets: [], sight: [] })).toBe('+sight:""');
  });

  it('lets no text end the term that it is in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isBeginning) => {
        const asked = termQueryText({ facets: [[{ text, isBeginning }]], sight: null }) ?? '';
        const inside = asked.slice('+(facets:'.length, -1);
        const bare = inside.replace(/\\[^]/g, '');
        expect(bare).not.toMatch(isBeginning ? /[\s():"]/ : /^"[^]*"[^]*"$/);
      }),
    );
  });
});
