import { type InstallWay, installWay, watchInstall } from '../platform/install';
import { dismissInstall, isInstallDismissed } from './settings';
import { signal } from './signal';

export type InstallState = InstallWay | { readonly kind: 'dismissed' | 'unknown' };

const [install, setInstall] = signal<InstallState>({ kind: 'unknown' });

export { install };

/** `beforeinstallprompt` may come early and only once, so this is called as soon as the script runs. */
export function followInstall(): void {
  setInstall(isInstallDismissed() ? { kind: 'dismissed' } : installWay());
  watchInstall((way) => {
    if (install.value.kind !== 'dismissed') setInstall(way);
  });
}

export async function askInstall(): Promise<void> {
  const way = install.value;
  // A prompt can be shown once; after a refusal the steps by hand remain.
  if (way.kind === 'prompt') setInstall((await way.ask()) ? { kind: 'installed' } : { kind: 'any' });
}

export function refuseInstall(): void {
  dismissInstall();
  setInstall({ kind: 'dismissed' });
}
