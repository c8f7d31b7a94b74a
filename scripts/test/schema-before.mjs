import { tryRun } from '../launch/run.mjs';

const FILE = 'api/schema.graphql';
const COMMIT_SHOWN = 8;

/**
 * The printed schema that others may count on: of the commit where this branch left the main one, or, on the main one itself, of the
 * commit before. Answers `{from, text}`; where there is none, `{from: null, text: null, why}`: a fresh clone may hold one commit only.
 *
 * @param {string} folder of the repository
 * @param {string | null} base a commit, tag or branch that others have had since, such as the last release: it counts instead. Throws where it has no schema.
 */
export async function findSchemaBefore(folder, base = null) {
  const git = async (...args) => {
    const { code, stdout } = await tryRun('git', args, { cwd: folder });
    return code === 0 ? stdout : null;
  };
  const commitOf = async (...args) => (await git(...args))?.trim() || null;
  const none = (why) => ({ from: null, text: null, why });
  if (base) {
    const since = await commitOf('rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`);
    const had = since && (await git('show', `${since}:${FILE}`));
    if (had === null) throw new Error(`SCHEMA_BASE: no commit ${base} with a schema here`);
    return { from: base, text: had };
  }
  const head = await commitOf('rev-parse', '--verify', '--quiet', 'HEAD');
  if (head === null) return none('no history here');
  const left = await commitOf('merge-base', 'HEAD', 'origin/main');
  const isAhead = left !== null && left !== head;
  const before = isAhead ? left : await commitOf('rev-parse', '--verify', '--quiet', 'HEAD~1');
  if (before === null) return none('no commit before this one here');
  const text = await git('show', `${before}:${FILE}`);
  const from = before.slice(0, COMMIT_SHOWN);
  return text === null ? none(`no schema in ${from}`) : { from, text };
}
