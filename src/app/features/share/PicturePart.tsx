import { useEffect, useRef, useState } from 'preact/hooks';
import { qrOf } from '../../../core/qr';
import { type CardText, pictureText } from '../../../core/sharing';
import { canShareFile, type DrawnPicture, drawPicture, saveFile } from '../../state/sharing';
import { sealPath } from '../../ui/Seal';
import { useWords } from '../../ui/words';
import styles from './Share.module.css';

export type Answer =
  | `copied.${'link' | 'citation' | 'text'}`
  | 'selected'
  | 'unshared'
  | 'drawn'
  | 'undrawn'
  | 'saving';

interface Props {
  readonly article: string;
  readonly card: string;
  readonly text: CardText;
  readonly say: (answer: Answer) => void;
  readonly copy: (text: string) => void;
  readonly share: (file: File) => void;
  /** Called where the browser cannot draw the picture. */
  readonly close: () => void;
}

/**
 * The card as an image, and its text. Where a browser refuses downloads, the
 * reader can press or drag the image.
 */
export function PicturePart({ article, card, text, say, copy, share, close }: Props) {
  const words = useWords();
  const { t, language } = words;
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnPicture>();
  const edition = words.imprint(article).check ?? '';
  const brand = t('frame:brand');

  useEffect(() => {
    let isWanted = true;
    let made: DrawnPicture | undefined;
    const draw = async () => {
      const foot = [text.reportTitle ?? '', text.source, text.address].filter(Boolean);
      const parts = { brand, seal: sealPath, own: t('share:own'), foot, edition, code: qrOf(text.address) };
      const picture = { ...text, ...parts };
      made = await drawPicture(place.current as Element, picture, `yaolan-${card}-${language}.png`);
      if (!isWanted) return made.release();
      setDrawn(made);
      say('drawn');
    };
    draw().catch(() => {
      if (!isWanted) return;
      say('undrawn');
      close();
    });
    return () => {
      isWanted = false;
      made?.release();
    };
  }, [text]);

  const inText = pictureText(text, brand, edition, t);
  return (
    <div ref={place}>
      {drawn && (
        <>
          <img
            class={styles.picture}
            src={drawn.address}
            width={drawn.width}
            height={drawn.height}
            alt={t('share:image', { title: text.title })}
          />
          <p class={styles.actions}>
            <button
              type="button"
              data-save-picture
              onClick={() => {
                saveFile(drawn.file.name, drawn.file);
                say('saving');
              }}
            >
              {t('share:save')}
            </button>
            {canShareFile(drawn.file) && (
              <button type="button" data-share-picture onClick={() => share(drawn.file)}>
                {t('share:share-picture')}
              </button>
            )}
            <button type="button" data-copy-text onClick={() => copy(inText)}>
              {t('share:text')}
            </button>
          </p>
        </>
      )}
      <p class={styles.text} data-picture-text>
        {inText}
      </p>
    </div>
  );
}
