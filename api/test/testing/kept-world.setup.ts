import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the first test of this run that plays the sample world keeps it for the others: `kept-world.ts`. */
    readonly keptWorld: string;
  }
}

/** A folder of this run alone: what was kept of other code, or of another graph, is nobody's. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-kept-world-'));
  provide('keptWorld', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
