/**
 * The sample world's line `{"sampleNumbers": [...]}` as a list of `{number, about, …}`, or null for any other line.
 * An entry is a bare number or an object with the number, what it shows and more, which is kept.
 */
export function sampleNumbersOf(line) {
  if (!line.startsWith('{') || !line.includes('"sampleNumbers"')) return null;
  try {
    const { sampleNumbers } = JSON.parse(line);
    return Array.isArray(sampleNumbers) ? sampleNumbers.map(normalise) : null;
  } catch {
    return null;
  }
}

function normalise(entry) {
  if (typeof entry === 'string') return { number: entry, about: '' };
  return { ...entry, number: String(entry.number ?? ''), about: String(entry.about ?? '') };
}

/** Lines for the summary, the numbers one under another. */
export function showSampleNumbers(sampleNumbers) {
  const width = Math.max(0, ...sampleNumbers.map(({ number }) => number.length));
  return sampleNumbers.map(({ number, about }) => `    ${number.padEnd(width)}  ${about}`.trimEnd());
}
