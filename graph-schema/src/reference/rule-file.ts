import { readFileSync } from 'node:fs';
import { inForceAt, turnsIn } from './in-force.ts';
import { naming, readOwnFile } from './own-file.ts';

/** A file of rules, as it is in force at any instant. */
export interface RuleFile<T> {
  /** Epoch milliseconds; `Infinity`: as the file has it in the end. */
  at: (at: number) => T;
  /** Instants at which others come into force, in order. */
  turns: () => readonly number[];
  /** As the file names itself. */
  version: () => string;
  /** Whether the data folder has a file of its own that is laid over it. */
  isChanged: () => boolean;
}

/** What holds where an operator's own file of the same name says something else than the bundled one. */
export type LayOver = (bundled: unknown, own: unknown) => unknown;

/** What there is between any two turns, the first before all of them. */
interface Editions<T> {
  readonly turns: readonly number[];
  readonly editions: readonly T[];
}

interface Loaded<T> extends Editions<T> {
  readonly version: string;
  readonly isChanged: boolean;
}

/**
 * A bundled file of rules, read at the first call and kept. Every edition is read then, so that one that comes into force next
 * year is refused today. `layOver`: an operator's own file in the data folder counts as well; null: there is none such.
 */
export function ruleFile<T>(
  name: string,
  read: (data: unknown) => T,
  layOver: LayOver | null = null,
): RuleFile<T> {
  let loaded: Loaded<T> | null = null;
  const get = () => (loaded ??= load(name, read, layOver));
  return {
    at: (at) => editionAt(get(), at),
    turns: () => get().turns,
    version: () => get().version,
    isChanged: () => get().isChanged,
  };
}

function load<T>(name: string, read: (data: unknown) => T, layOver: LayOver | null): Loaded<T> {
  const bundled: unknown = JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
  const { version } = bundled as { version: string };
  const editionsOf = (data: unknown): Editions<T> => {
    const turns = turnsIn(data);
    return { turns, editions: readEditions(data, turns, read) };
  };
  const own = layOver && readOwnFile(name);
  if (!layOver || own === null) return { ...editionsOf(bundled), version, isChanged: false };
  return { ...naming(name, () => editionsOf(layOver(bundled, own))), version, isChanged: true };
}

/** What a file says before the first of these instants, and from each of them on. Throws, naming the instant, where one cannot be meant. */
function readEditions<T>(data: unknown, turns: readonly number[], read: (data: unknown) => T): T[] {
  return [-Infinity, ...turns].map((from) => {
    try {
      return read(inForceAt(data, from));
    } catch (error) {
      if (from === -Infinity) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`from ${new Date(from).toISOString()} on: ${message}`, { cause: error });
    }
  });
}

export function editionAt<T>({ turns, editions }: Editions<T>, at: number): T {
  const edition = editions[turns.filter((turn) => turn <= at).length];
  if (edition === undefined) throw new Error('there is an edition before, between and after all turns');
  return edition;
}
