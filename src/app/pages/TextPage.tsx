import type { ComponentChildren } from 'preact';
import { Part } from '../ui/Part';
import { Main } from './Main';
import styles from './pages.module.css';
import textStyles from './textPages.module.css';

/** The frame of a page that changes language as one part. */
export function TextPage({ children }: { readonly children: ComponentChildren }) {
  return (
    <Part>
      <Main class={`${styles.main} ${textStyles.page}`}>{children}</Main>
    </Part>
  );
}
