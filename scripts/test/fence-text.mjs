import ts from 'typescript';
import { listSourceFiles, readText } from './source-files.mjs';

const PAGES = /^web\/src\/.*\.tsx?$/;
const NO_PAGES = /\.test\.tsx?$|\.graphql\.ts$|\.d\.ts$|\/testing\/|\/generated\//;
/** Attributes that somebody reads or hears. */
const READ = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'summary',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
]);
/** The same in every language. */
const UNIVERSAL = /\b(UTC|SHA-256|HTTP)\b|https?:\/\/\S*/g;
const LETTERS = /\p{L}/u;
/** Two words beside each other: a sentence or a part of one. */
const WORDS = /\p{L}{2,} \p{L}{2,}/u;
const HAN = /\p{Script=Han}/u; // prettier-ignore
/** Where a language names itself, and where dates and numbers are spelt. */
const SPELLS = new Set(['web/src/i18n/routing.ts', 'web/src/time/wall-clock.ts']);

/** Every text of the pages comes out of the catalogues: what stands in the code is shown in one language only. */
export function checkHardCodedText() {
  const files = listSourceFiles().filter((path) => PAGES.test(path) && !NO_PAGES.test(path));
  return { problems: files.flatMap((path) => hardCodedIn(path, readText(path) ?? '')) };
}

/** `path:line: text` of whatever a reader would see that is in no catalogue. */
export function hardCodedIn(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found = [];
  const report = (node, said) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${path}:${line + 1}: text in no catalogue: ${said.trim()}`);
  };
  const shown = (node) => {
    for (const { at, said } of textsOf(node)) if (LETTERS.test(said.replaceAll(UNIVERSAL, ''))) report(at, said);
  };
  const visit = (node) => {
    if (ts.isJsxElement(node) && isVerbatim(node.openingElement)) return;
    if (ts.isJsxText(node)) shown(node);
    else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) shown(node.expression);
    else if (ts.isJsxAttribute(node) && READ.has(node.name.getText(file)) && node.initializer)
      shown(ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer);
    else if (isLiteral(node) && !isUnseen(node) && !SPELLS.has(path) && (HAN.test(node.text) || WORDS.test(node.text.replaceAll(UNIVERSAL, ''))))
      report(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...new Set(found)];
} // prettier-ignore

/** Texts that an expression may put on the page, through choices, joins and templates. */
function textsOf(node) {
  if (!node) return [];
  if (ts.isJsxText(node) || isLiteral(node)) return [{ at: node, said: node.text }];
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((at) => ({
      at,
      said: at.text,
    }));
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(textsOf);
  if (ts.isBinaryExpression(node)) return isComparison(node) ? [] : [node.left, node.right].flatMap(textsOf);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return textsOf(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(textsOf);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    if (name.text === 'join') return [...textsOf(expression), ...node.arguments.flatMap(textsOf)];
    if (name.text === 'filter') return textsOf(expression);
  }
  return [];
}

function isLiteral(node) {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

function isComparison({ operatorToken: { kind } }) {
  return kind >= ts.SyntaxKind.LessThanToken && kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken;
}

/** An element that names its language holds a name in that language; code is written as it is. */
function isVerbatim({ tagName, attributes }) {
  const isNamed = attributes.properties.some(
    (one) => ts.isJsxAttribute(one) && one.name.getText() === 'lang',
  );
  return isNamed || tagName.getText() === 'code';
}

/** Told to developers and programs alone: addresses, headers, styles, errors that mean a bug. */
function isUnseen(node) {
  // A shader (GLSL) is a program.
  if (node.text.startsWith('#version ')) return true;
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isImportDeclaration(at) || ts.isNewExpression(at) || ts.isTaggedTemplateExpression(at))
      return true;
    if (ts.isJsxAttribute(at) || isSelecting(at)) return true;
    if (ts.isStatement(at)) return ts.isExpressionStatement(at) && node.text.startsWith('use ');
  }
  return false;
}

/** Looks for elements: `form.querySelectorAll('tbody input')`. */
function isSelecting(node) {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(querySelector|querySelectorAll|closest|matches)$/.test(node.expression.name.text)
  );
}
