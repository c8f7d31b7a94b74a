import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { listFixtures } from '../../testing/fixture-files.ts';
import { latin1 } from '../charset.ts';
import { SILENT } from '../findings.ts';
import { readX12 } from './interchange.ts';

interface OracleSegment {
  readonly tag: string;
  readonly elements: readonly { readonly value: string }[];
}

interface OracleInterchange {
  readonly functionalGroups: readonly {
    readonly transactions: readonly { readonly segments: readonly OracleSegment[] }[];
  }[];
}

interface OracleParser {
  parse: (text: string) => OracleInterchange & { readonly interchanges?: readonly OracleInterchange[] };
}

type Cut = readonly (readonly [tag: string, ...elements: string[]])[];

/** What the `node-x12` package (an independent reader) makes of a file, set by set; null when it refuses it. */
function readByOracle(text: string): Cut[] | null {
  const { X12Parser } = createRequire(import.meta.url)('node-x12') as {
    X12Parser: new (strict: boolean) => OracleParser;
  };
  try {
    const parsed = new X12Parser(false).parse(text);
    const interchanges = parsed.interchanges ?? [parsed];
    return interchanges.flatMap(({ functionalGroups }) =>
      functionalGroups.flatMap(({ transactions }) =>
        transactions.map(({ segments }) =>
          segments.map(({ tag, elements }) => [tag, ...elements.map(({ value }) => value.trim())] as const),
        ),
      ),
    );
  } catch {
    return null;
  }
}

describe('the same elements as an independent reader finds', () => {
  const comparable = listFixtures()
    .filter(({ format, bytes }) => format.startsWith('x12-') && bytes.every((byte) => byte < 0x80))
    .flatMap(({ format, name, bytes }) => {
      const oracle = readByOracle(latin1(bytes));
      return oracle && oracle.length > 0 ? [[format, name, bytes, oracle] as const] : [];
    });

  it('has something to compare with', () => {
    expect(comparable.length).toBeGreaterThan(20);
  });

  it.each(comparable)('%s: %s', (_format, _name, bytes, oracle) => {
    const own = [...readX12(bytes, 'utf-8', SILENT)].filter(
      ({ type, complete }) => type !== 'TA1' && complete,
    );
    for (const [index, set] of own.entries()) {
      const expected = oracle[index] ?? [];
      expect(set.segments.map(({ tag }) => tag)).toEqual(expected.map(([tag]) => tag));
      for (const [n, segment] of set.segments.entries()) {
        const [, ...elements] = expected[n] ?? [''];
        const values = elements.map((_value, element) => segment.read(element + 1) ?? '');
        expect(values).toEqual(elements);
      }
    }
  });
});
