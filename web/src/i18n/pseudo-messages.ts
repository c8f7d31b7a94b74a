/** What a text of ours begins and ends with in the pseudo language. */
const [OPEN, CLOSE] = ['［', '］'];
/** How much longer than English other languages are said to get. */
const LONGER_BY = 0.4;
/** A longer text grows by words, a label by letters. */
const LABEL_LETTERS = 12;
const WORD_LETTERS = 6;

/** The same catalogue in a language that nobody speaks: longer, and in brackets, so that what is in none is seen. */
export function pseudoMessages<T extends object>(messages: T): T {
  const entries = Object.entries(messages).map(([key, value]) => [
    key,
    typeof value === 'string' ? pseudoText(value) : pseudoMessages(value as object),
  ]);
  return Object.fromEntries(entries) as T;
}

export function pseudoText(message: string): string {
  const length = shownLength(message);
  const padding = 'x'.repeat(Math.ceil(length * LONGER_BY));
  const added = length <= LABEL_LETTERS ? padding : inWords(padding);
  return `${OPEN}${message}${added}${CLOSE}`;
}

/** About as long as the message is when shown: what stands in for values is not counted, of several branches the average. */
function shownLength(message: string): number {
  const values = /<[^<>]*>|\{\s*\w+\s*(?:,\s*(?:number|date|time)\b[^{}]*)?\}/g;
  const choices = /\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/g;
  const branch = /(?:=\d+|\w+)\s*\{/g;
  const plain = message.replaceAll(values, '');
  const branches = plain.replaceAll(choices, '').match(branch)?.length ?? 0;
  const text = plain.replaceAll(choices, '').replaceAll(branch, '').replaceAll(/[{}]/g, '').trim();
  return text.length / Math.max(1, branches);
}

function inWords(padding: string): string {
  return padding.replaceAll(new RegExp(`.{1,${WORD_LETTERS}}`, 'g'), ' $&');
}
