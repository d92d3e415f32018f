import { hearTabs } from '../platform/tabs';
import { refreshProgress } from './progress';
import { refreshSaved } from './saved';
import { refreshSettings } from './settings';

/** Asks the database again for what another tab of this reader has changed. To be called once per page. */
export function followTabs(): void {
  const refresh = { settings: refreshSettings, saved: refreshSaved, places: refreshProgress };
  hearTabs((part) => void refresh[part]());
}
