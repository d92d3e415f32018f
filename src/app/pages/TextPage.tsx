import type { ComponentChildren } from 'preact';
import { Part } from '../ui/Part';
import { Main } from './Main';
import styles from './pages.module.css';
import textStyles from './textPages.module.css';

interface Props {
  /** Whether the page has something as wide as a table, and so no margin for side notes. */
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of a page that changes language as one part. */
export function TextPage({ isWide = false, children }: Props) {
  return (
    <Part>
      <Main class={`${styles.main} ${textStyles.page} ${isWide ? textStyles.wide : textStyles.narrow}`}>
        {children}
      </Main>
    </Part>
  );
}
