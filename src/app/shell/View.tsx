import type { ComponentChildren } from 'preact';
import type { Route } from '../../core/routes';
import { Speaking, type Speech } from '../ui/words';
import { Frame } from './Frame';

interface Props {
  readonly route: Route;
  readonly speech: Speech;
  /** The page inside the frame. */
  readonly children: ComponentChildren;
}

/** Everything inside `<div id="app">`, for the prerenderer; the browser renders part by part. */
export function View({ route, speech, children }: Props) {
  return (
    <Speaking speech={speech}>
      <Frame route={route}>{children}</Frame>
    </Speaking>
  );
}
