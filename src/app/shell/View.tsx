import type { Route } from '../../core/routes';
import { Page } from '../pages/page';
import { Speaking, type Speech } from '../ui/words';
import { Frame } from './Frame';

/** Everything inside `<div id="app">`, for the prerenderer and for the browser alike. */
export function View({ route, speech }: { route: Route; speech: Speech }) {
  return (
    <Speaking speech={speech}>
      <Frame route={route}>
        <Page route={route} />
      </Frame>
    </Speaking>
  );
}
