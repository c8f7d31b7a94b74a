import { createHash } from 'node:crypto';
import { print, type ExecutionArgs } from 'graphql';

/** Hash of what is asked for: the same operation with the same variables has the same, however it is written down. */
export function fingerprintOf({
  document,
  operationName,
  variableValues,
}: Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues'>): string {
  const asked = [print(document), operationName ?? null, variableValues ?? {}];
  return createHash('sha256').update(JSON.stringify(asked, inOrder)).digest('hex');
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
