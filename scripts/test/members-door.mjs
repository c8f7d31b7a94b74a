import { ensureFirstAccount } from '../launch/first-account.mjs';
import { LOOPBACK, anyPort } from '../launch/ports.mjs';
import { startProcess } from '../launch/processes.mjs';
import { apiProcess, webProcess } from '../launch/system.mjs';

/**
 * A second door to a world that stands open: an API and pages of their own on the same stores, where nobody sees anything who has not
 * signed in. Tours of people who see only what is theirs enter by it. Answers its settings for them: its address, and the name and
 * password of whoever runs the service, as a first start prints them.
 */
export async function openMembersDoor({ system, dataDir, log, lifecycle, onLost }) {
  const taken = new Set();
  const urls = {
    api: `http://${LOOPBACK}:${await anyPort({ taken })}`,
    web: `http://${LOOPBACK}:${await anyPort({ taken })}`,
  };
  const env = {
    ...system.env,
    ACCESS: 'required',
    PUBLIC_LOOKUP: 'off',
    API_PORT: new URL(urls.api).port,
    WEB_PORT: new URL(urls.web).port,
    API_URL: urls.api,
    WEB_URL: urls.web,
    PUBLIC_URL: urls.web,
  };
  const context = { dataDir, runDir: system.services.runDir, log, lifecycle, onLost };
  const start = (name, definition) =>
    log.step(`${name}: where one signs in`, () => startProcess({ env, name, ...definition }, context));
  await start('members-api', apiProcess(urls));
  await start('members-web', webProcess(urls, env));
  const { login, password } = await ensureFirstAccount(env);
  return { MEMBERS_URL: urls.web, MEMBERS_OPERATOR: JSON.stringify({ login, password }) };
}
