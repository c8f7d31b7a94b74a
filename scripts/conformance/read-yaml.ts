import { parsers } from 'prettier/plugins/yaml';

/** A node as the parser of prettier gives it: no other reader of YAML is among the packages. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly (Node | null)[];
}

/** One document of YAML, as far as OpenAPI documents use it: no anchors, no tags. Throws where it meets anything else. */
export function readYaml(text: string): unknown {
  const root = parsers.yaml.parse(text, {} as never) as Node;
  const [document] = childrenOf(root);
  const body = childrenOf(document).find(({ type }) => type === 'documentBody');
  return valueOf(childrenOf(body).find(({ type }) => type !== 'comment'));
}

function valueOf(node: Node | undefined): unknown {
  if (!node) return null;
  const { type, value = '' } = node;
  switch (type) {
    case 'mapping':
    case 'flowMapping':
      return Object.fromEntries(
        childrenOf(node).map(({ children = [] }) => [String(valueOf(inside(children[0]))), valueOf(inside(children[1]))]),
      );
    case 'sequence':
    case 'flowSequence':
      return childrenOf(node).map((item) => valueOf(inside(item)));
    case 'plain':
      return scalarOf(value);
    case 'quoteSingle':
    case 'quoteDouble':
    case 'blockLiteral':
    case 'blockFolded':
      return value;
    default:
      throw new Error(`YAML with ${type} is not read`);
  }
} // prettier-ignore

/** What a key, a value or an item of a list holds. */
function inside(node: Node | null | undefined): Node | undefined {
  return childrenOf(node).find(({ type }) => type !== 'comment');
}

function childrenOf(node: Node | null | undefined): readonly Node[] {
  return (node?.children ?? []).flatMap((child) => child ?? []);
}

/** The core schema (YAML 1.2.2, 10.3.2). */
function scalarOf(text: string): string | number | boolean | null {
  if (/^(?:null|~|)$/i.test(text)) return null;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return /^[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}
