import { listSourceFiles, readText } from './source-files.mjs';

// Written as patterns so that this file does not hold what it looks for.
const FORBIDDEN = [
  { pattern: /(?<![\w.])\/(work|root)\/[\w.]/, about: 'a path of one machine' },
  { pattern: /(?<![\w./])\/(home|Users)\/[a-z]\w*\//, about: 'a path of one machine' },
  { pattern: /registry\.npm[j]s|\bnpmmirro[r]\b/, about: 'a registry host' },
  { pattern: /files\.pythonhoste[d]|\bpypi\.or[g]\b/, about: 'a registry host' },
  { pattern: /\brepo1?\.maven\.apach[e]|\bdeb\.debian\.or[g]\b/, about: 'a registry host' },
  { pattern: /\b(debugge[r];|(it|test|describe)\.onl[y]\()/, about: 'left from debugging' },
  { pattern: /\b(it|test|describe)\.(ski[p]|tod[o]|fixm[e])\(/, about: 'a promise that is not kept' },
  { pattern: /^(<{7}|>{7}) /m, about: 'a merge that was not finished' },
];

/** Words that have no place in the project: paths of one machine, hosts of registries, tests switched off. */
export function checkWords() {
  const problems = [];
  for (const path of listSourceFiles()) {
    const text = readText(path);
    if (text === null) continue;
    for (const { pattern, about } of FORBIDDEN) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const line = text.slice(0, match.index).split('\n').length;
      problems.push(`${path}:${line}: ${about}: ${match[0]}`);
    }
  }
  return { problems };
}

/** A lock file with addresses in it works only where those addresses answer. */
export function checkLockFile() {
  const text = readText('package-lock.json') ?? '';
  const lines = text
    .split('\n')
    .flatMap((line, index) => (/"resolved": "(http|file)/.test(line) ? [index + 1] : []));
  const problems = lines.slice(0, 10).map((line) => `package-lock.json:${line}: an address`);
  if (text === '') problems.push('package-lock.json is missing');
  return { problems };
}
