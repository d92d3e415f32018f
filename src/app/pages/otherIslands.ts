import { Failure } from '../features/app-status/Failure';
import { CopyButton } from '../features/citation/CopyButton';
import { MyData } from '../features/my-data/MyData';
import { SavedList } from '../features/saved/SavedList';
import { Settings } from '../features/settings/Settings';
import type { Islands } from './islands';

/** Those of every page that has no script of its own. */
export const otherIslands = {
  cite: CopyButton,
  data: MyData,
  failure: Failure,
  saved: SavedList,
  settings: Settings,
} satisfies Islands;
