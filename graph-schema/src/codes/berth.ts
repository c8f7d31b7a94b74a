import { normaliseBounded } from './outcome.ts';

// Berths have no code list: ports number them, and people write `4`, `04`, `Berth 4`, `BERTH NO. N2`, `4#`, `4号泊位`, `泊位4`.

const CALLED = /^(?:BERTH(?![A-Z])|泊位)\s*(?:NO\.?|NR\.?|#|:)?\s*|\s*(?:\bBERTH|号?泊位|号)$/gu;
const LONGEST = 16;
/** What a name may be besides the word: `4`, `N2`, `E12A`. */
const BARE = /^[A-Z]{0,3}-?\d{1,3}[A-Z]?$/;

/** A berth as it is kept: `4`, `N2`; null: it says none. For fields that hold a berth and nothing else. */
export function berthOf(raw: string): string | null {
  const text = normaliseBounded(raw).toUpperCase().trim();
  const berth = text.replace(CALLED, '').replace(/^#|#$/g, '').replace(/^0+(?=\d)/, '').trim(); // prettier-ignore
  return berth === '' || berth.length > LONGEST ? null : berth;
}

/** A berth out of a field that may name anything: the word must stand there, or a number alone. `Rotterdam` is none. */
export function berthNamed(raw: string): string | null {
  const text = normaliseBounded(raw).toUpperCase().trim();
  const berth = berthOf(raw);
  return berth !== null && (BARE.test(berth) || /\bBERTH(?![A-Z])|泊位/u.test(text)) ? berth : null;
}
