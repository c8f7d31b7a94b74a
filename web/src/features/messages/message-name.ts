const SHORT_HASH = 10;

/** What a message is called: by the name of its file, else by the beginning of its hash. */
export function messageName({
  fileName,
  sha256,
}: {
  readonly fileName: string | null;
  readonly sha256: string;
}): string {
  return fileName ?? `${sha256.slice(0, SHORT_HASH)}…`;
}
