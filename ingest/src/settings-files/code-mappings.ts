import { withCorrection, type CodeCorrections, type CodeKey } from 'graph-schema/reference/code-corrections';
import { z } from 'zod';
import { openEditedFile, replaceFile } from './edited-file.ts';

const corrections = z.record(z.string(), z.record(z.string(), z.string().nullable()));

/** What operators say that codes mean, for all senders: `code-mappings.json` in the data folder, shared by all processes. */
export interface CodeMappings {
  current(): CodeCorrections;
  /** Gives a row a meaning; `canonical` null: it is known and says nothing that we model. Durable when it returns. */
  map(key: CodeKey, canonical: string | null): void;
}

export function openCodeMappings(file: string, onError: (error: unknown) => void): CodeMappings {
  const current = openEditedFile<CodeCorrections>(file, (content) => corrections.parse(content), {}, onError);
  return {
    current,
    map(key, canonical) {
      replaceFile(file, withCorrection(current(), key, canonical));
    },
  };
}
