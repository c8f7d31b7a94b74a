import { concludeAll } from '../../graph-schema/src/domain/known/conclude-all.ts';
import { townPointsOf } from '../../graph-schema/src/domain/town-points.ts';
import { loadGazetteer } from '../../graph-schema/src/reference/load-gazetteer.ts';
import { claimOf, paperClaimOf } from './claims.ts';
import { judge, NO_VERDICTS, type Case, type Verdicts } from './judge.ts';
import { livesOf, Numbers } from './lives.ts';
import { markAll } from './mark.ts';
import { Random } from './random.ts';
import { tell, type Noise, type World } from './tellings.ts';

const points = townPointsOf(loadGazetteer(null));

export const NOISE: Noise = { missing: 0.05, late: 0.05, wrong: 0.02 };

/** Boxes that are drawn and judged at a time, so that the memory holds; no two groups share a number or a paper. */
const GROUP = 1000;

export interface Attribution {
  readonly verdicts: Verdicts;
  /** What was not right. */
  readonly cases: readonly Case[];
  /** Microseconds of CPU that the engine took for each message. */
  readonly microsPerMessage: number;
}

export function worldOf(seed: number, boxes: number, firstBox: number, noise: Noise): World {
  const random = new Random(seed * 1009 + firstBox);
  return tell(livesOf(boxes, random, new Numbers(firstBox)), noise, random);
}

/** Draws the world group by group, lets the engine conclude from the messages alone, and holds the outcome against the truth. */
export function attributionOf(seed: number, boxes: number, noise: Noise = NOISE): Attribution {
  const verdicts = { ...NO_VERDICTS };
  const cases: Case[] = [];
  let micros = 0;
  for (let first = 0; first < boxes; first += GROUP) {
    const world = worldOf(seed, Math.min(GROUP, boxes - first), first * 2, noise);
    const claims = [...world.told.map(claimOf), ...world.paperwork.map(paperClaimOf)];
    const before = process.cpuUsage();
    const { cycles } = concludeAll(claims, points);
    const used = process.cpuUsage(before);
    micros += used.user + used.system;
    for (const found of judge(world, markAll(world), cycles)) {
      verdicts[found.verdict] += 1;
      verdicts.total += 1;
      if (found.verdict === 'wrong' || found.verdict === 'parked') cases.push(found);
    }
    for (const { uses } of world.lives) verdicts.cycles += uses.length;
  }
  return { verdicts, cases, microsPerMessage: micros / Math.max(1, verdicts.total) };
}
