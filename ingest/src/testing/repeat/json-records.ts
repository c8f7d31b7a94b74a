import { copies, type Repeatable } from './part.ts';

/** The elements of each list, and the value itself as element of a list; null when the text is not one JSON value. */
export function repeatedRecords(text: string): Repeatable[] | null {
  const value = parsed(Buffer.from(text, 'latin1').toString('utf8'));
  if (value === undefined) return null;
  const found = new Map<string, Repeatable>();
  const add = (path: string, elements: readonly unknown[], around: (list: string) => string): void => {
    const block = elements.map((element) => JSON.stringify(element)).join(',');
    if (found.has(path) || block === '') return;
    const times = (count: number): string =>
      Buffer.from(around(`[${copies(block, count, ',')}]`)).toString('latin1');
    found.set(path, { what: path, length: block.length, times });
  };
  const visit = (one: unknown, path: string, around: (json: string) => string): void => {
    if (typeof one !== 'object' || one === null) return;
    if (Array.isArray(one)) add(`${path}[]`, one as unknown[], around);
    for (const [key, member] of Object.entries(one) as [string, unknown][]) {
      const name = Array.isArray(one) ? '[]' : `.${key}`;
      visit(member, path + name, (json) => around(withMember(one, key, json)));
    }
  };
  if (!Array.isArray(value)) add('[$]', [value], (list) => list);
  visit(value, '$', (json) => json);
  return [...found.values()];
}

/** JSON of an object or list in which one member is this text. */
function withMember(one: object, key: string, json: string): string {
  const isList = Array.isArray(one);
  const members = Object.entries(one).map(([name, member]) => {
    const text = name === key ? json : JSON.stringify(member);
    return isList ? text : `${JSON.stringify(name)}:${text}`;
  });
  return isList ? `[${members.join(',')}]` : `{${members.join(',')}}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
