/** Only for `npm run dev`: brings in every component's styles, which the build sets into the page itself. */
import '../ui/tokens.css';
import './View';
import '../pages/page';
