import type { Route } from '../../core/routes';
import { Live } from '../pages/Island';
import { Page } from '../pages/page';
import { Speaking, type Speech } from '../ui/words';
import { Frame } from './Frame';

/** Everything inside `<div id="app">`, for the prerender and for the browser alike. */
export function View({ route, speech, live }: { route: Route; speech: Speech; live: boolean }) {
  return (
    <Speaking value={speech}>
      <Live value={live}>
        <Frame route={route}>
          <Page route={route} />
        </Frame>
      </Live>
    </Speaking>
  );
}
