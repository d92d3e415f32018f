import type { ComponentChildren, ComponentType } from 'preact';
import { StatusLine } from '../features/app-status/StatusLine';
import { UpdateOffer } from '../features/app-status/UpdateOffer';
import { InstallBlock, InstallSteps } from '../features/install/InstallBlock';
import { PlaceMark } from '../features/place/PlaceMark';
import { speaking } from '../ui/words';

/** Parts of a page that a script fills, by name; a table is told of which article. */
export type Islands = Readonly<Record<string, ComponentType<{ readonly article?: string | undefined }>>>;

/** Those that stand on more than one page. */
export const islands: Islands = {
  status: StatusLine,
  update: UpdateOffer,
  place: PlaceMark,
  install: InstallBlock,
};

/**
 * A place for a script-only part; `children` is what readers without script see. Until the language
 * is first changed each island is a small root of its own and the text around it stays untouched HTML.
 */
export function Island({
  name,
  part: Part = islands[name],
  children,
}: {
  readonly name: string;
  /** What fills it, where that stands on one page only. */
  readonly part?: ComponentType | undefined;
  readonly children?: ComponentChildren;
}) {
  return <div data-island={name}>{speaking().live && Part ? <Part /> : children}</div>;
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
