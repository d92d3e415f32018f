import type { ComponentType } from 'preact';
import { Part } from '../ui/Part';
import { Main } from './Main';
import styles from './pages.module.css';
import textStyles from './textPages.module.css';

/**
 * A page that changes language as one part.
 *
 * @param isWide whether the page has something as wide as a table, and so no margin for side notes
 */
export const inTextPage =
  (Content: ComponentType, isWide = false): ComponentType =>
  () => (
    <Part>
      <Main class={`${styles.main} ${textStyles.page} ${isWide ? textStyles.wide : textStyles.narrow}`}>
        <Content />
      </Main>
    </Part>
  );
