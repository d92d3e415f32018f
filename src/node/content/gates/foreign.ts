import { piecesOf } from '../../../core/prose';
import { hasHan, withoutPlaceholders } from '../strings';
import { type ArticleGate, clip, faultIn } from './view';

const noUnits = () => '';

/** Chinese punctuation that would stand in the English text itself. */
const fullWidth = /[，。；：！？、（）【】]/;

/** Printed as they are, into titles and tables: nothing marks a language there. */
const isPlain = (path: string): boolean =>
  /^\/(?:title|kicker|description|publisher)$|^\/scopes\//.test(path);

/** Every run of the other language can be given its own `lang`. */
export const foreignGate: ArticleGate = ({ words }) =>
  words.flatMap((word) => {
    const text = withoutPlaceholders(word.text);
    if (word.language === 'zh') {
      const run = /[A-Za-z]+(?:[ ,]+[A-Za-z’'-]+){3}/.exec(text);
      return run === null ? [] : [faultIn(word, 'no English sentence in the Chinese', run[0])];
    }
    if (isPlain(word.path) && hasHan(text)) {
      return [faultIn(word, 'English only, where nothing marks the language', clip(text))];
    }
    const unmarked = piecesOf(text, 'en', noUnits)
      .filter(({ foreign }) => foreign !== true)
      .find((piece) => hasHan(piece.text) || fullWidth.test(piece.text));
    return unmarked === undefined
      ? []
      : [faultIn(word, 'Chinese only in runs that the typesetter can mark', clip(unmarked.text))];
  });
