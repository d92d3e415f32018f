import css from '../../features/settings/largeType.module.css?inline';
import { measurePlace, returnTo } from '../../platform/place';
import { addStyles } from '../../platform/styles';

// Once, however often it is asked for. Its rules hold where the document says that it is wanted, and come when
// the reader may have begun to read: what is under their eyes stays there.
const here = scrollY > 0 ? measurePlace() : undefined;
addStyles(css);
if (here) returnTo(here);
