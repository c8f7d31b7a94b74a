import type { z } from 'zod';

/** A value as text that says nothing to whoever keeps it; `readOpaque` reads it again. */
export function opaqueText(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Null: it is none of this shape. Never throws. */
export function readOpaque<T>(text: string, shape: z.ZodType<T>): T | null {
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
