import { historyOf, type Told } from 'graph-schema/testing/histories/history';
import { brokenLaws } from 'graph-schema/testing/histories/laws';
import { showHistory } from 'graph-schema/testing/histories/show-history';
import { shrunk } from 'graph-schema/testing/histories/shrink';
import type { GraphUnderTest } from './graph-under-test.ts';
import { isBrokenAlone, type Broken } from './hold-promises.ts';

/** A graph is asked this often at most. */
const TRIES = 120;

/**
 * What is broken about a history, and the fewest of its messages that show it: found in memory where they do so without a
 * graph, else told one by one to the graph, each try under numbers of its own from `number` on.
 */
export async function showBroken(under: GraphUnderTest, { history, laws, wrong, missing }: Broken, number: number): Promise<string> {
  const head = [
    `seed ${history.seed}${history.isDoubtful ? ' (doubtful)' : ''}: npm run property -- --seed ${history.seed} --runs 1`,
    ...laws,
    ...wrong.map((line) => `stands, and does not follow: ${line}`),
    ...missing.map((line) => `follows, and does not stand: ${line}`),
  ];
  // P4 compares two histories: leaving out messages of one of them says nothing.
  if (laws.some((law) => law.startsWith('P4'))) return [...head, showHistory(history.told)].join('\n');
  if (laws.length > 0) {
    const kind = laws[0]?.slice(0, 2) ?? '';
    const few = await shrunk(history.told, (told) => brokenLaws({ ...history, told, never: told }).some((law) => law.startsWith(kind)));
    return [...head, `${few.length} messages show it without a graph:`, showHistory(few)].join('\n');
  }
  let tries = 0;
  const toldAs = (places: readonly number[], one: number): Told[] => {
    const { told } = historyOf(history.seed, one);
    return places.flatMap((place) => told[place] ?? []);
  };
  const fails = (places: readonly number[]) => isBrokenAlone(under, toldAs(places, number + (tries += 1)));
  const all = [...history.told.keys()];
  if (!(await fails(all))) return [...head, 'not when told alone and in order; the history is:', showHistory(history.told)].join('\n');
  const few = await shrunk(all, fails, TRIES);
  return [...head, `${few.length} messages show it, told one by one:`, showHistory(toldAs(few, history.number))].join('\n');
} // prettier-ignore
