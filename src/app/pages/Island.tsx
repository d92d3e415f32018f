import type { ComponentChildren } from 'preact';
import { InstallSteps } from '../features/install/InstallSteps';
import { printing } from '../ui/print';
import { islands } from './islands';
import { measuresIslands } from './measuresIslands';
import { otherIslands } from './otherIslands';
import { searchIslands } from './searchIslands';

// That the build knows them also brings their styles into the page before them.
const all = { ...islands, ...measuresIslands, ...otherIslands, ...searchIslands };

interface Props {
  readonly name: keyof typeof all;
  readonly class?: string;
  readonly children?: ComponentChildren;
}

/** A place for a part that a script fills; `children` is what readers without script see. */
export function Island({ name, class: look, children }: Props) {
  if (!(name in all)) throw new Error(`no script fills the place "${name}"`);
  return (
    <div class={look} data-island={name}>
      {children}
    </div>
  );
}

/** The quiet line about reading offline. */
export function StatusIsland() {
  return (
    <Island name="status">
      <noscript>{printing().t('check:no-script')}</noscript>
    </Island>
  );
}

/** How to keep the reader on the home screen. */
export function InstallIsland() {
  return (
    <Island name="install">
      <InstallSteps kind="any" />
    </Island>
  );
}
