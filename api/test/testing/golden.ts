import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** A question in `queries/<name>.graphql` and the answer in `expectations/<name>.json`. */
export interface GoldenQuery {
  readonly name: string;
  readonly query: string;
  readonly expectation: URL;
}

const queries = new URL('../queries/', import.meta.url);
const expectations = new URL('../expectations/', import.meta.url);

/** All questions by name, each with the fragments (`*.fragment.graphql`) that it spreads. */
export function listGoldenQueries(): GoldenQuery[] {
  const files = readdirSync(queries).sort();
  const read = (file: string) => readFileSync(new URL(file, queries), 'utf8');
  const fragments = files.filter((file) => file.endsWith('.fragment.graphql')).map(read);
  return files
    .filter((file) => !file.endsWith('.fragment.graphql'))
    .map((file) => {
      const name = file.replace(/\.graphql$/, '');
      const query = read(file);
      const spread = fragments.filter((text) => query.includes(`...${/fragment (\w+)/.exec(text)?.[1]}`));
      return { name, query: [query, ...spread].join('\n'), expectation: new URL(`${name}.json`, expectations) };
    }); // prettier-ignore
}

/** The committed answer. Without one, writes the given answer and fails: an expectation nobody read proves nothing. */
export function readExpectation({ name, expectation }: GoldenQuery, answer: unknown): unknown {
  if (!existsSync(expectation)) {
    writeFileSync(expectation, `${compactJson(answer)}\n`);
    throw new Error(`expectations/${name}.json was missing and is written now: read it, commit it`);
  }
  return JSON.parse(readFileSync(expectation, 'utf8'));
}

const LINE_MAX = 110;

/** JSON for people: what fits on a line stands on one. */
export function compactJson(value: unknown, indent = '', before = 0): string {
  const line = oneLine(value);
  // One more for the comma behind.
  const fits = indent.length + before + line.length + 1 <= LINE_MAX;
  if (fits || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const inner = Array.isArray(value)
    ? value.map((item) => deeper + compactJson(item, deeper))
    : Object.entries(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `;
        return deeper + name + compactJson(item, deeper, name.length);
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${inner.join(',\n')}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}
