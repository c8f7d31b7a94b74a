import { readFileSync } from 'node:fs';
import { z } from 'zod';

const provider = z.strictObject({
  /** It ends the address that the provider sends people back to. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens'),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  domains: z
    .array(z.string().toLowerCase().regex(/^[^\s@,]+$/, 'a domain like firm.example'))
    .min(1),
  name: z.string().min(1).nullable().default(null),
  organisation: z.string().min(1).nullable().default(null),
}); // prettier-ignore

/** A provider as it is configured. `name` null: it is called by its host. */
export type ProviderEntry = z.infer<typeof provider>;

const FILE = z.strictObject({ providers: z.array(provider) });

/** The identity providers of a JSON file (its form: the README of this package). Throws where it cannot be read whole. */
export function readProvidersFile(path: string): readonly ProviderEntry[] {
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // What JSON.parse says repeats what it read, and secrets stand in this file.
    const reason = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
    throw new Error(`OIDC_PROVIDERS_FILE: ${path} ${reason}`, error instanceof SyntaxError ? {} : { cause: error }); // prettier-ignore
  }
  const read = FILE.safeParse(said);
  if (!read.success) throw new Error(`OIDC_PROVIDERS_FILE: ${path}\n${z.prettifyError(read.error)}`);
  return read.data.providers;
}
