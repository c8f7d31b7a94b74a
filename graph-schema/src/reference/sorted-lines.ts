/** Lines of a table, searched where they stand. */
export interface SortedLines {
  /** Cells of the line that begins with `code`, or null. */
  readonly find: (code: string) => string[] | null;
  /** Cells of all lines, or of those that begin with `prefix`. */
  readonly rows: (prefix?: string) => IterableIterator<string[]>;
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
  /** The first line whose code is not below `code`. */
  const search = (code: string): number => {
    let low = firstAt;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const lineAt = Math.max(low, text.lastIndexOf('\n', middle - 1) + 1);
      if (text.slice(lineAt, text.indexOf('\t', lineAt)) < code) low = lineEnd(lineAt) + 1;
      else high = lineAt;
    }
    return Math.min(low, text.length);
  };
  return {
    find: (code) => {
      const lineAt = search(code);
      return text.startsWith(`${code}\t`, lineAt) ? cellsAt(lineAt) : null;
    },
    *rows(prefix = '') {
      for (let lineAt = search(prefix); lineAt < text.length; lineAt = lineEnd(lineAt) + 1) {
        if (!text.startsWith(prefix, lineAt)) return;
        yield cellsAt(lineAt);
      }
    },
  };
}
