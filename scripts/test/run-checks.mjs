import { seconds } from '../launch/log.mjs';
import { CHECKS } from './checks.mjs';

const AT_A_TIME = 2;

/** Runs all checks, two at a time, and answers `{passed, failed}`. */
export async function runChecks({ log, checks = CHECKS, only = [] }) {
  const chosen = checks.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)));
  const queue = [...chosen];
  const counts = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      const began = performance.now();
      const { problems, note } = await runOne(check);
      const took = seconds(performance.now() - began);
      if (problems.length === 0) {
        counts.passed += 1;
        log.line(`✓ ${check.name}${note === undefined ? '' : `: ${note}`} (${took})`);
      } else {
        counts.failed += 1;
        log.line(`✗ ${check.name} (${took})\n${problems.map(indent).join('\n')}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return counts;
}

async function runOne(check) {
  try {
    return await check.run();
  } catch (error) {
    return { problems: [error.stack] };
  }
}

function indent(text) {
  return text
    .split('\n')
    .slice(0, 200)
    .map((line) => `    ${line}`)
    .join('\n');
}
