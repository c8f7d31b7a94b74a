import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, type XmlElement } from './xml.ts';

interface Node {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Node[];
}

const name = fc.constantFrom('a', 'ns:b', '运单', 'c-1');
const text = fc.string({ unit: fc.constantFrom(...'x7 <>&"\'舱é😀'), maxLength: 6 });
const { tree } = fc.letrec<{ tree: Node }>((tie) => {
  const leaf = fc.record({ name, text, children: fc.constant([]) });
  const branch = fc.record({ name, text, children: fc.array(tie('tree'), { maxLength: 3 }) });
  return { tree: fc.oneof({ maxDepth: 4 }, leaf, branch) };
});

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (value: string): string => value.replaceAll(/[<>&"']/g, (one) => ENTITIES[one] ?? one);
const written = ({ name: tag, text: own, children }: Node): string =>
  `<${tag}>${escaped(own)}${children.map(written).join('')}</${tag}>`;

const shape = (node: Node): unknown => [
  node.name.replace('ns:', ''),
  node.text.trim(),
  node.children.map(shape),
];
const shapeRead = (element: XmlElement): unknown => [
  element.name,
  element.text,
  element.children.map(shapeRead),
];
const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)];
const allNodes = (node: Node): Node[] => [node, ...node.children.flatMap(allNodes)];
const bytesOf = (value: string): Uint8Array => new Uint8Array(Buffer.from(value));

describe('XML, whatever stands in it', () => {
  it('gives back names, texts and nesting, and the bytes of each element', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const bytes = bytesOf(written(node));
        const { root, isComplete, failure, source } = parseXml(bytes, 'utf-8');
        expect([isComplete, failure]).toEqual([true, null]);
        expect(shapeRead(root!)).toEqual(shape(node));
        const cuts = all(root!).map(({ start, end }) =>
          Buffer.from(bytes.subarray(source.offsetOf(start), source.offsetOf(end))).toString(),
        );
        expect(cuts).toEqual(allNodes(node).map(written));
      }),
    );
  });

  it('is never taken for whole when its end is missing', () => {
    fc.assert(
      fc.property(tree, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (node, part) => {
        const bytes = bytesOf(written(node));
        const { isComplete, failure } = parseXml(bytes.subarray(0, Math.floor(bytes.length * part)), 'utf-8');
        expect(isComplete).toBe(false);
        expect(failure).not.toBeNull();
      }),
    );
  });

  it('never throws, and says inside the text where reading stopped', () => {
    const piece = fc.constantFrom('<a>', '</a>', '<b c="', '"', '>', '/>', '&#x', '&amp;', ';', '<![CDATA[', ']]>', '<!--', '-->', '<?', '?>', '<!DOCTYPE', '舱', '\u0000'); // prettier-ignore
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => bytesOf(pieces.join(''))),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom('utf-8', 'gb18030'), (given, charset) => {
        const { isComplete, failure, source } = parseXml(given, charset);
        if (!isComplete) expect(failure).not.toBeNull();
        if (failure) {
          expect(source.offsetOf(failure.at)).toBeGreaterThanOrEqual(0);
          expect(source.offsetOf(failure.at)).toBeLessThanOrEqual(given.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});
