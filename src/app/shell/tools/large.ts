import css from '../../features/settings/largeType.module.css?inline';
import { measurePlace, returnTo } from '../../platform/place';
import { writeMirror } from '../../platform/storage';
import { replaceStyles } from '../../platform/styles';

// Once, however often it is asked for. Its rules hold where the document says that it is wanted, and come when
// the reader may have begun to read: what is under their eyes stays there. Later pages have them before the
// first paint, from the mirror (`boot`); those of another build give way to these.
const here = scrollY > 0 ? measurePlace() : undefined;
replaceStyles(css, 'data-edition');
writeMirror('large', css);
if (here) returnTo(here);
