import { CopyButton } from '../../features/citation/CopyButton';
import { MyData } from '../../features/my-data/MyData';
import { otherHeading } from '../../pages/otherHeading';
import { otherPageAt } from '../../pages/others';
import { appFor } from '../app';

/** The idle script of every page that has none of its own. */
export const openApp = appFor(otherHeading, (route) => [{ at: '#main', body: <>{otherPageAt(route)}</> }], {
  islands: { cite: CopyButton, data: MyData },
});
