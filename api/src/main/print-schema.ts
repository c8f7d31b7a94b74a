import { readFileSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../schema.ts';
import { breaksOf, unannouncedBreaks } from './schema-breaks.ts';

// Prints the SDL to standard output. With `--write` to schema.graphql, unless that takes something from those who use it:
// what is to go is deprecated first, and goes with `--breaking`. With `--compare` it says what changes for them; with `--since FILE`, an
// earlier schema, what that had and this takes away without having deprecated it, and fails where there is any.
const FILE = new URL('../../schema.graphql', import.meta.url);
const asked = new Set(process.argv.slice(2));
const sorted = lexicographicSortSchema(schema);
const sdl = `${printSchema(sorted)}\n`;

function changes(): { readonly lines: string[]; readonly isBreaking: boolean } {
  const { breaking, dangerous } = breaksOf(readFileSync(FILE, 'utf8'), sorted);
  const lines = [
    ...breaking.map((one) => `breaking: ${one}`),
    ...dangerous.map((one) => `dangerous: ${one}`),
  ];
  return { lines, isBreaking: breaking.length > 0 };
}

if (asked.has('--since')) {
  const breaks = unannouncedBreaks(readFileSync(process.argv.at(-1) ?? '', 'utf8'), sorted);
  for (const one of breaks) console.error(`breaking: ${one}`);
  if (breaks.length > 0) process.exitCode = 1;
} else if (asked.has('--write') || asked.has('--compare')) {
  const { lines, isBreaking } = changes();
  for (const line of lines) console.log(line);
  if (isBreaking && asked.has('--write') && !asked.has('--breaking')) {
    console.error(
      'not written: deprecate it and keep it, or say that it is meant to break: npm run schema -- --breaking',
    );
    process.exitCode = 1;
  } else if (asked.has('--write')) writeFileSync(FILE, sdl);
} else process.stdout.write(sdl);
