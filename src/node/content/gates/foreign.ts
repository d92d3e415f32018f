import { piecesOf } from '../../../core/prose';
import { hasHan, withoutPlaceholders } from '../strings';
import { type ArticleGate, findingIn } from './view';

const noUnits = () => '';

/** Chinese punctuation that would stand in the English text itself. */
const fullWidth = /[，。；：！？、（）【】]/;

/** Whether words go into titles and tables as they are, where nothing marks a language. */
const isPlain = (path: string): boolean =>
  /^(?:title|kicker|description|issuer|publisher|place)$|^scopes\./.test(path);

/** Every run of the other language must be one that the typesetter can find and mark with a `lang`. */
export const foreignGate: ArticleGate = ({ words }) =>
  words.flatMap((word) => {
    const text = withoutPlaceholders(word.text);
    if (word.language === 'zh') {
      const run = /[A-Za-z]+(?:[ ,]+[A-Za-z’'-]+){3}/.exec(text);
      return run === null ? [] : [findingIn(word, 'no English sentence in the Chinese', run[0])];
    }
    if (isPlain(word.path) && hasHan(text)) {
      return [findingIn(word, 'English only, where nothing marks the language', text)];
    }
    const unmarked = piecesOf(text, 'en', noUnits)
      .filter(({ foreign }) => foreign !== true)
      .find((piece) => hasHan(piece.text) || fullWidth.test(piece.text));
    return unmarked === undefined
      ? []
      : [findingIn(word, 'Chinese only in runs that the typesetter can mark', unmarked.text)];
  });
