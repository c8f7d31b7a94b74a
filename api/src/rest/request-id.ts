import { randomUUID } from 'node:crypto';

/** What a caller may name its request: short, and harmless in a log. */
const SHAPE = /^[\w.:-]{1,128}$/;

/** The caller's name for its request, else a new one. */
export function requestIdOf(said: string | undefined): string {
  return said !== undefined && SHAPE.test(said) ? said : randomUUID();
}
