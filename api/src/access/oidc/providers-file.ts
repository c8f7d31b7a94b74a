import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Which e-mail addresses are taken for verified: `said`, those of which the ID token says so (`email_verified`); `unless-denied`, those, too,
 * of which it says nothing, as that of Microsoft Entra.
 */
export const EMAIL_VERIFIED = ['said', 'unless-denied'] as const;

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
  emailVerified: z.enum(EMAIL_VERIFIED).default('said'),
}); // prettier-ignore

/** A provider as it is configured. `name` null: it is called by its host. */
export type ProviderEntry = z.infer<typeof provider>;

const file = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      // What the parser says repeats what it read, and secrets stand in this file.
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(z.strictObject({ providers: z.array(provider) }));

/** The identity providers of a JSON file (its form: the README of this package). Throws where it cannot be read whole. */
export function readProvidersFile(path: string): readonly ProviderEntry[] {
  const read = file.safeParse(readFileSync(path, 'utf8'));
  if (!read.success) throw new Error(`OIDC_PROVIDERS_FILE: ${path}\n${z.prettifyError(read.error)}`);
  return read.data.providers;
}
