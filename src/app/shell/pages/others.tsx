import { CopyButton } from '../../features/citation/CopyButton';
import { MeasureTable } from '../../features/measures/MeasureTable';
import { otherPageAt } from '../../pages/others';
import { appFor } from '../app';

/** The idle script of every page but the article's. */
export const openApp = appFor(otherPageAt, { islands: { cite: CopyButton }, table: MeasureTable });
