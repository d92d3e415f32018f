import type { ComponentType } from 'preact';
import type { PageCard } from '../../core/page';
import { StatusLine } from '../features/app-status/StatusLine';
import { UpdateOffer } from '../features/app-status/UpdateOffer';
import { InstallBlock } from '../features/install/InstallBlock';
import { PlaceMark } from '../features/place/PlaceMark';

/** Parts of a page that a script fills, by the name of their place. */
export type Islands = Readonly<Record<string, ComponentType<{ readonly card: PageCard }> | ComponentType>>;

/** Those that stand on more than one page. */
export const islands = {
  status: StatusLine,
  update: UpdateOffer,
  place: PlaceMark,
  install: InstallBlock,
} satisfies Islands;
