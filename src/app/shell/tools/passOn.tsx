import { render } from 'preact';
import shareEn from '../../../../locales/en/share.json';
import shareZh from '../../../../locales/zh/share.json';
import { routeOfCard } from '../../../core/page';
import { qrOf } from '../../../core/qr';
import { addressOf } from '../../../core/routes';
import { pictureText } from '../../../core/sharing';
import { Share } from '../../features/share/Share';
import css from '../../features/share/Share.module.css?inline';
import { selectText, writeClipboard } from '../../platform/clipboard';
import { drawPicture, pngOf } from '../../platform/picture';
import { saveFile } from '../../platform/saveFile';
import { canShare, canShareFile, share } from '../../platform/share';
import { addStyles } from '../../platform/styles';
import { Speaking } from '../../ui/words';
import { cardTextOf, editionOf } from './cardText';
import type { OpenTool } from './tool';

let isReady = false;

/** Sharing a card: its link, its text with the source, and a picture of it, all made on the device. */
export const openTool: OpenTool = ({ card, panel, page, speech, addWords }) => {
  if (!isReady) {
    addStyles(css);
    addWords({ zh: { share: shareZh }, en: { share: shareEn } });
    isReady = true;
  }
  const { language, site, t } = speech;
  const route = routeOfCard(page, language);
  const here = route ? addressOf(site, route) : location.pathname;
  const address = `${new URL(here, location.href).href}#${card.id}`;
  const text = cardTextOf(card, speech, address);
  // The bar names the reader and carries its mark; the picture repeats both.
  const bar = document.querySelector('header a');
  const brand = bar?.textContent?.trim() ?? '';
  const edition = editionOf();

  async function draw(canvas: HTMLCanvasElement): Promise<File> {
    drawPicture(canvas, card, {
      ...text,
      brand,
      seal: bar?.querySelector('path')?.getAttribute('d') ?? '',
      foot: [text.source, edition, address],
      code: qrOf(address),
    });
    return new File([await pngOf(canvas)], `yaolan-${card.id}-${language}.png`, { type: 'image/png' });
  }

  render(
    <Speaking speech={speech}>
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
    </Speaking>,
    panel,
  );
  return () => render(null, panel);
};
