import { listSourceFiles, readText } from './source-files.mjs';

const MOST_LINES = 400;
const CODE = /\.(ts|tsx|mjs|cjs)$/;
const DATA_FOLDERS = /^graph-schema\/src\/(codes|reference|geo)\//;

/** No file over 400 lines, but for lists of data; the note tells the median. */
export function checkFileSizes() {
  const sizes = [];
  const problems = [];
  for (const path of listSourceFiles().filter((name) => CODE.test(name))) {
    const text = readText(path);
    if (text === null) continue;
    const lines = countLines(text);
    if (DATA_FOLDERS.test(path) && isDataList(text)) continue;
    sizes.push(lines);
    if (lines > MOST_LINES) problems.push(`${path}: ${lines} lines, at most ${MOST_LINES}`);
  }
  return { problems, note: `${sizes.length} files, median ${median(sizes)} lines (80 aimed at)` };
}

export function countLines(text) {
  return text === '' ? 0 : text.trimEnd().split('\n').length;
}

/** A list of data: nine lines in ten are rows of literals. */
export function isDataList(text) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const rows = lines.filter((line) => /^(['"`[{(\]})]|[\w$]+: ?['"`[{\d-]|[\d-])/.test(line));
  return lines.length > 0 && rows.length >= 0.9 * lines.length;
}

export function median(numbers) {
  if (numbers.length === 0) return 0;
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
