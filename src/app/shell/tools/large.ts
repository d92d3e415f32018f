import css from '../../features/settings/largeType.module.css?inline';
import { addStyles } from '../../platform/styles';

// Once, however often it is asked for. Its rules hold where the document says that it is wanted.
addStyles(css);
