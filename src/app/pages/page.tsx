import type { Route } from '../../core/routes';
import { ArticlePage } from './ArticlePage';
import { MeasuresPage, pageClass as measuresClass } from './MeasuresPage';
import { otherPageAt, pageClass } from './others';
import * as styles from './pages.module.css';

/** The page at any address, for the prerenderer, which needs them all. */
export function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'article':
      return (
        <main id="main" class={styles.main}>
          <ArticlePage id={route.article} />
        </main>
      );
    case 'measures':
      return (
        <main id="main" class={`${styles.main} ${measuresClass}`}>
          <MeasuresPage id={route.article} />
        </main>
      );
    default:
      return (
        <main id="main" class={route.page === 'missing' ? styles.main : `${styles.main} ${pageClass}`}>
          {otherPageAt(route)}
        </main>
      );
  }
}
