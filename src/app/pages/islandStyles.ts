import status from '../features/app-status/StatusLine.module.css?inline';
import said from '../features/app-status/said.module.css?inline';
import install from '../features/install/InstallBlock.module.css?inline';

/** The styles of what scripts put into every page. */
export const islandStyles = install + status + said;
