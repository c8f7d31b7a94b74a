/** Lines of a table, searched where they stand. */
export interface SortedLines {
  /** Cells of the line that begins with `code`, or null. */
  readonly find: (code: string) => string[] | null;
  readonly rows: () => IterableIterator<string[]>;
}

/**
 * Over `CODE\t…` lines sorted by code (as UTF-16 compares), after `#` comments and a line of column names. For tables of
 * a hundred thousand lines, of which a process asks for a few hundred: a map of them would cost 0.3 s at each start.
 */
export function searchSortedLines(text: string): SortedLines {
  const headAt = text.search(/^(?!#)/m);
  const headEnd = headAt < 0 ? -1 : text.indexOf('\n', headAt);
  const firstAt = headEnd < 0 ? text.length : headEnd + 1;
  const lineEnd = (lineAt: number) => {
    const end = text.indexOf('\n', lineAt);
    return end < 0 ? text.length : end;
  };
  const cellsAt = (lineAt: number) => text.slice(lineAt, lineEnd(lineAt)).split('\t');
  return {
    find: (code) => {
      let low = firstAt;
      let high = text.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const lineAt = Math.max(low, text.lastIndexOf('\n', middle - 1) + 1);
        const found = text.slice(lineAt, text.indexOf('\t', lineAt));
        if (found === code) return cellsAt(lineAt);
        if (found < code) low = lineEnd(lineAt) + 1;
        else high = lineAt;
      }
      return null;
    },
    *rows() {
      for (let lineAt = firstAt; lineAt < text.length; lineAt = lineEnd(lineAt) + 1) yield cellsAt(lineAt);
    },
  };
}
