/** A bill to order 凭指示 names nobody. */
const TO_ORDER = /^(TO ?(THE )?ORDER|凭指示)/i;

export function isToOrder(name: string): boolean {
  return TO_ORDER.test(name.trim());
}

/** Without case, blanks, marks, and the form of the company, which is written in many ways. */
export function plainName(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toUpperCase()
      // B.V. is BV.
      .replace(/\b([A-Z])\./g, '$1')
      .replace(/\b(CO|COMPANY|LTD|LIMITED|LLC|INC|CORP|CORPORATION|GMBH|BV|SA)\b\.?/g, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
  );
}

/** Whether two names do not speak against each other: one in Chinese and one in Latin letters tell nothing of each other. */
export function mayBeOneName(a: string, b: string): boolean {
  const [one, other] = [plainName(a), plainName(b)];
  return !areOneScript(one, other) || one.startsWith(other) || other.startsWith(one);
}

/** Senders cut names off after 35 characters; of a shorter one the rest may tell two companies apart. */
const CUT_OFF = 24;

/** Whether two names are one name, written in two ways. */
export function areOneName(a: string, b: string): boolean {
  const [one, other] = [plainName(a), plainName(b)];
  return one === other || (Math.min(one.length, other.length) >= CUT_OFF && mayBeOneName(a, b) && areOneScript(one, other));
} // prettier-ignore

function areOneScript(one: string, other: string): boolean {
  return /\p{Script=Han}/u.test(one) === /\p{Script=Han}/u.test(other);
}
