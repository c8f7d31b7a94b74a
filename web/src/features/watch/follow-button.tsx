'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import account from '../account/account.module.css';
import { Said } from '../account/said.tsx';
import { follow, type FollowState } from './follow.ts';
import styles from './watch.module.css';

interface FollowButtonProps {
  readonly shipment: string;
  readonly isFollowed: boolean;
}

/** Follows the journey, or no more: pressed, it is among what the person follows by himself. */
export function FollowButton({ shipment, isFollowed: wasFollowed }: FollowButtonProps) {
  const t = useTranslations('watch');
  const [state, act, isPending] = useActionState<FollowState, FormData>(follow, null);
  const isFollowed = state?.outcome === 'DONE' ? state.isFollowed : wasFollowed;
  return (
    <form action={act} className={styles.follow}>
      <input type="hidden" name="shipment" value={shipment} />
      <input type="hidden" name="to" value={isFollowed ? 'LEAVE' : 'FOLLOW'} />
      <button
        type="submit"
        className={account.quietButton}
        aria-pressed={isFollowed}
        disabled={isPending}
        title={t(isFollowed ? 'leaveHint' : 'followHint')}
      >
        <span aria-hidden="true">{isFollowed ? '★' : '☆'}</span> {t(isFollowed ? 'following' : 'follow')}
      </button>
      {state?.outcome === 'FAILED' ? <Said state={state} /> : null}
    </form>
  );
}
