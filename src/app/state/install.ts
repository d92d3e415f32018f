import { type InstallWay, installWay, watchInstall } from '../platform/install';
import { endInstall, type InstallEnd, installEnd, keptSettings } from './settings';
import { signal } from './signal';

export type InstallState = InstallWay | { readonly kind: InstallEnd | 'unknown' };

const [install, setInstall] = signal<InstallState>({ kind: 'unknown' });

export { install };

/** Also sets it on `<html>` for the styles, so that the prerendered steps do not flash up. */
function show(kind: InstallEnd): void {
  document.documentElement.dataset.install = kind;
  setInstall({ kind });
}

function end(kind: InstallEnd): void {
  endInstall(kind);
  show(kind);
}

/**
 * To be called as soon as the script runs, because `beforeinstallprompt` may come early and comes only once.
 */
export function followInstall(): void {
  // A refusal in another tab counts here too.
  keptSettings.watch(({ install: kind }) => {
    if (kind === 'dismissed' && kind !== install.value.kind) show(kind);
  });
  const ended = installEnd();
  if (ended) show(ended);
  else setInstall(installWay());
  watchInstall((way) => {
    if (install.value.kind === 'dismissed') return;
    // A prompt after an installation means that the app has been removed since.
    if (way.kind === 'installed') end('installed');
    else {
      delete document.documentElement.dataset.install;
      setInstall(way);
    }
  });
}

export async function askInstall(): Promise<void> {
  const way = install.value;
  // A prompt can be shown once; after a refusal the steps by hand remain.
  if (way.kind === 'prompt') setInstall((await way.ask()) ? { kind: 'installed' } : { kind: 'any' });
}

export const refuseInstall = (): void => end('dismissed');
