import type { ComponentChildren, ComponentType } from 'preact';
import { StatusLine } from '../features/app-status/StatusLine';
import { UpdateOffer } from '../features/app-status/UpdateOffer';
import { CopyButton } from '../features/citation/CopyButton';
import { InstallBlock, InstallSteps } from '../features/install/InstallBlock';
import { PlaceMark } from '../features/place/PlaceMark';
import { speaking } from '../ui/words';

/** The parts of a page that only a script can fill. */
export const islands = {
  status: StatusLine,
  update: UpdateOffer,
  place: PlaceMark,
  install: InstallBlock,
  cite: CopyButton,
} as const satisfies Record<string, ComponentType>;

export type IslandName = keyof typeof islands;

export const isIslandName = (name: string | undefined): name is IslandName =>
  name !== undefined && Object.hasOwn(islands, name);

/**
 * A place for a script-only part; `children` is what readers without script see. Until the language
 * is first changed each island is a small root of its own and the text around it stays untouched HTML.
 */
export function Island({
  name,
  children,
}: {
  readonly name: IslandName;
  readonly children?: ComponentChildren;
}) {
  const Part = islands[name];
  return <div data-island={name}>{speaking().live ? <Part /> : children}</div>;
}

/** The quiet line about reading offline. */
export function StatusIsland() {
  return (
    <Island name="status">
      <noscript>{speaking().t('status:no-script')}</noscript>
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
