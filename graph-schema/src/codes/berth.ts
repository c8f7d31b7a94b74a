import { normaliseBounded } from './outcome.ts';

// Berths have no code list: ports number them, and people write `4`, `04`, `Berth 4`, `BERTH NO. N2`, `4#`, `4号泊位`, `泊位4`.

const CALLED = /^(?:BERTH(?![A-Z])|泊位)\s*(?:NO\.?|NR\.?|#|:)?\s*|\s*(?:\bBERTH|号?泊位|号)$/gu;
const LONGEST = 16;
/** `第4泊位`, `NO.4 BERTH`: what stands before a number. */
const BEFORE = /^(?:第|N[OR]\.?\s*)(?=\d)/;

/** A berth as it is kept: `4`, `N2`; null: it says none. For fields that hold a berth and nothing else. */
export function berthOf(raw: string): string | null {
  const text = normaliseBounded(raw).toUpperCase().trim();
  const berth = text.replace(CALLED, '').replace(BEFORE, '').replace(/^#|#$/g, '').replace(/^0+(?=\d)/, '').trim(); // prettier-ignore
  return berth === '' || berth.length > LONGEST ? null : berth;
}
