'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { InstantText } from '../../time/instant-text.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import account from '../account/account.module.css';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { Said } from '../account/said.tsx';
import table from '../account/table.module.css';
import type { AlertDevice } from './alerts.graphql.ts';
import styles from './alerts.module.css';
import { deleteDevice, saveDevice } from './change-devices.ts';
import { deviceName } from './device-name.ts';
import { subscribe, thisBrowser, unsubscribe } from './this-device.ts';
import { useThisDevice, type ThisDeviceState } from './use-this-device.ts';

interface DeviceListProps {
  readonly devices: readonly AlertDevice[];
  /** With which a browser subscribes. */
  readonly serverKey: string;
  /** Who looks, as this browser keeps it. */
  readonly owner: string;
}

/** Where notifications are shown besides the letters: this browser, which is asked only when its button is pressed, and the others. */
export function DeviceList({ devices, serverKey, owner }: DeviceListProps) {
  const t = useTranslations('alerts.devices');
  const { state, look } = useThisDevice(serverKey);
  const [said, say] = useState<ConfirmState>(null);
  const [isPending, wait] = useState(false);
  const own = devices.find(({ endpointHash }) => isHash(state, endpointHash)) ?? null;
  const add = async () => {
    wait(true);
    say(await addThis(serverKey, owner, t('unnamed')).catch(() => REFUSED));
    await look();
    wait(false);
  };
  const text = state === 'UNABLE' ? t('unable') : state === 'DENIED' ? t('denied') : t(own ? 'on' : 'off');
  return (
    <section aria-labelledby="devices" className={account.part}>
      <h2 id="devices">{t('title')}</h2>
      <p className={account.lead} data-testid="this-device">
        {state === null ? t('lead') : text}
      </p>
      <div className={account.act}>
        {state === null || typeof state === 'string' || own ? null : (
          <Button className={styles.long} onClick={() => void add()} loading={isPending}>
            {t('add')}
          </Button>
        )}
        {own || said?.outcome !== 'DONE' ? <Said state={said} done={t('added')} /> : null}
      </div>
      {devices.length === 0 ? null : (
        <table className={table.table} data-testid="alert-devices">
          <caption className="visually-hidden">{t('title')}</caption>
          <thead>
            <tr>
              <ColumnHeads names={(['device', 'since', 'actions'] as const).map((head) => t(`columns.${head}`))} />
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <tr key={device.id}>
                <th scope="row" data-head={t('columns.device')}>
                  <span>
                    {device.name}
                    {device === own ? <small>{t('this')}</small> : null}
                  </span>
                </th>
                <td data-head={t('columns.since')}>
                  <InstantText at={device.createdAt} />
                </td>
                <td data-head={t('columns.actions')}>
                  <Remove device={device} isThis={device === own} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
} // prettier-ignore

/** Tells a device nothing more; this one is unsubscribed, too. */
function Remove({ device: { id, name }, isThis }: { readonly device: AlertDevice; readonly isThis: boolean }) {
  const t = useTranslations('alerts.devices');
  const [state, act, isPending] = useActionState(deleteDevice, null);
  const leave = () => {
    const browser = isThis ? thisBrowser() : null;
    if (browser) void unsubscribe(browser).catch(() => undefined);
  };
  return (
    <form action={act} onSubmit={leave} className={account.act}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={account.quietButton} disabled={isPending} aria-label={t('removeOf', { name })}>
        {t('remove')}
      </button>
      <Said state={state} />
    </form>
  );
} // prettier-ignore

const REFUSED: ConfirmState = { outcome: 'FAILED', problem: 'NO_PUSH' };

/** What the API does not take is not subscribed either. Null: he who was asked does not want it. */
async function addThis(serverKey: string, owner: string, unnamed: string): Promise<ConfirmState> {
  const browser = thisBrowser();
  const subscribed = browser && (await subscribe(browser, serverKey, owner));
  if (!browser || !subscribed) return null;
  const name = deviceName(navigator.userAgent);
  const saved = await saveDevice({ ...subscribed, name: name === '' ? unnamed : name });
  if (saved?.outcome === 'FAILED') await unsubscribe(browser);
  return saved;
}

function isHash(state: ThisDeviceState | null, hash: string): boolean {
  return typeof state === 'object' && state !== null && state.hash === hash;
}
