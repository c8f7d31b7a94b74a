import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../schema.ts';

// Prints the SDL to standard output, or with `--write` to schema.graphql.
const sdl = `${printSchema(lexicographicSortSchema(schema))}\n`;
if (process.argv.includes('--write')) writeFileSync(new URL('../../schema.graphql', import.meta.url), sdl);
else process.stdout.write(sdl);
