import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

/**
 * A file of settings that people edit while the service runs: an edit counts from the next question on, and a half-edited
 * file keeps the last good state; so does one that is taken away, as editors do for a moment. Without a file from the start the answer is `empty`.
 */
export function openEditedFile<T>(
  file: string,
  parse: (content: unknown) => T,
  empty: T,
  onError: (error: unknown) => void,
): () => T {
  return openEditedText(file, (text) => parse(JSON.parse(text)), empty, onError);
}

/** The same for a file that is no JSON. */
export function openEditedText<T>(
  file: string,
  parse: (text: string) => T,
  empty: T,
  onError: (error: unknown) => void,
): () => T {
  let readAt = -1;
  let current = empty;
  return () => {
    try {
      const { mtimeMs } = statSync(file);
      if (mtimeMs !== readAt) {
        // Also what cannot be read is told once, and not at every question.
        readAt = mtimeMs;
        current = parse(readFileSync(file, 'utf8'));
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) onError(error);
    }
    return current;
  };
}

/** Writes such a file as a whole: whoever reads it meanwhile sees the former or the new one. Keys of senders: the owner's alone. */
export function replaceFile(file: string, content: unknown): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(content, null, 2)}\n`, { flush: true, mode: 0o600 });
  renameSync(aside, file);
}
