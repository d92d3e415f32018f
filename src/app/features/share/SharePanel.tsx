import { routeOf } from '../../../core/page';
import { qrOf } from '../../../core/qr';
import { addressOf } from '../../../core/routes';
import { cardTextOf, pictureText } from '../../../core/sharing';
import {
  canShare,
  canShareFile,
  drawPicture,
  pngOf,
  saveFile,
  selectText,
  share,
  writeClipboard,
} from '../../state/sharing';
import { checkedOn } from '../../ui/CheckLine';
import { sealPath } from '../../ui/Seal';
import { useWords } from '../../ui/words';
import { Share } from './Share';

interface Props {
  readonly article: string;
  readonly card: string;
}

/** Sharing a card: its link, its text with the source, and a picture of it, all made on the device. */
export function SharePanel({ article: id, card: cardId }: Props) {
  const words = useWords();
  const { t, language, site, page } = words;
  const article = words.article(id);
  const card = article.facts.cards.find(({ id }) => id === cardId);
  if (!card) throw new Error(`"${cardId}": expected a card of ${id}`);
  const address = `${new URL(addressOf(site, routeOf(page, language)), location.href).href}#${cardId}`;
  const text = cardTextOf(words, id, card, address);
  const record = words.check(id);
  const edition = record ? checkedOn(words, record) : '';
  const brand = t('frame:brand');
  const draw = async (canvas: HTMLCanvasElement): Promise<File> => {
    drawPicture(canvas, canvas, {
      ...text,
      brand,
      seal: sealPath,
      foot: [text.source, edition, address],
      code: qrOf(address),
    });
    return new File([await pngOf(canvas)], `yaolan-${cardId}-${language}.png`, { type: 'image/png' });
  };
  return (
    <Share
      card={text}
      pictureText={pictureText(text, brand, edition, t)}
      canShare={canShare()}
      canShareFile={canShareFile}
      share={share}
      copy={writeClipboard}
      select={selectText}
      draw={draw}
      save={(file) => saveFile(file.name, file)}
    />
  );
}
