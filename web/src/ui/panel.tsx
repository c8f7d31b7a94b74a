import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly id: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A named part of a page. */
export function Panel({ id, title, aside, children }: PanelProps) {
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`} id={id}>
      <header className={styles.header}>
        <h2 className={styles.title} id={`${id}-title`}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
