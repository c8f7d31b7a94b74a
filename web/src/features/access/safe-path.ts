/** Tells the server that renders a page which one it is. */
export const PATH_HEADER = 'x-page-path';

const NO_PAGE = /^\/[/\\]|[\r\n\t]|^\/[\w-]+\/sign-in\b/;
const LONGEST = 500;

/** A page of this site to go on to after signing in; anything else is the first page. */
export function safePath(said: string | null | undefined): string {
  if (!said?.startsWith('/') || NO_PAGE.test(said) || said.length > LONGEST) return '/';
  return said;
}
