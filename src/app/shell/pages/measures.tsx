import { MeasureTable } from '../../features/measures/MeasureTable';
import { MeasuresPage } from '../../pages/MeasuresPage';
import { measuresHeading } from '../../pages/measuresHeading';
import { appFor } from '../app';

/** The idle script of the page of all figures. */
export const openApp = appFor(
  measuresHeading,
  (route) => (route.page === 'measures' ? [{ at: '#main', body: <MeasuresPage id={route.article} /> }] : []),
  { islands: { table: MeasureTable } },
);
