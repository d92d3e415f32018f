import { Component, createRef } from 'preact';
import type { Words } from '../../../core/page';
import { type CardText, citedText } from '../../../core/sharing';
import { WordsContext } from '../../ui/words';
import styles from './Share.module.css';

interface Props {
  readonly card: CardText;
  readonly pictureText: string;
  readonly canShare: boolean;
  readonly canShareFile: (file: File) => boolean;
  readonly share: (what: { title?: string; url?: string; files?: File[] }) => Promise<string>;
  readonly copy: (text: string) => Promise<boolean>;
  readonly select: (element: Element) => void;
  readonly draw: (canvas: HTMLCanvasElement) => Promise<File>;
  readonly save: (file: File) => void;
}

type Copied = 'link' | 'citation' | 'text';

interface State {
  readonly answer?: `copied.${Copied}` | 'selected' | 'unshared' | 'drawn' | 'undrawn' | 'saved';
  /** What could not be copied, for the reader to copy. */
  readonly selected?: string | undefined;
  readonly hasPicture?: boolean;
  readonly file?: File;
}

/** What a reader can take along of a card. Each answer is said aloud. */
export class Share extends Component<Props, State> {
  static override contextType = WordsContext;
  declare context: Words;

  private readonly text = createRef<HTMLParagraphElement>();
  private readonly canvas = createRef<HTMLCanvasElement>();

  private async copy(what: Copied, text: string): Promise<void> {
    if (await this.props.copy(text)) this.setState({ answer: `copied.${what}`, selected: undefined });
    else
      this.setState({ answer: 'selected', selected: text }, () => {
        if (this.text.current) this.props.select(this.text.current);
      });
  }

  private async share(what: { title?: string; url?: string; files?: File[] }): Promise<void> {
    if ((await this.props.share(what)) === 'failed') this.setState({ answer: 'unshared' });
  }

  private readonly draw = (): void => {
    this.setState({ hasPicture: true }, async () => {
      const canvas = this.canvas.current;
      if (!canvas) return;
      try {
        this.setState({ file: await this.props.draw(canvas), answer: 'drawn' });
      } catch {
        this.setState({ hasPicture: false, answer: 'undrawn' });
      }
    });
  };

  override render(
    { card, pictureText, canShare, canShareFile, save }: Props,
    { answer, selected, hasPicture = false, file }: State,
  ) {
    const { t } = this.context;
    const { title, address } = card;
    return (
      <section class={styles.share} aria-label={t('share:label')}>
        <p class={styles.actions}>
          {canShare && (
            <button type="button" data-share onClick={() => void this.share({ title, url: address })}>
              {t('share:share')}
            </button>
          )}
          <button type="button" data-copy-link onClick={() => void this.copy('link', address)}>
            {t('share:link')}
          </button>
          <button
            type="button"
            data-copy-citation
            onClick={() => void this.copy('citation', citedText(card, t))}
          >
            {t('share:citation')}
          </button>
          <button type="button" data-picture aria-expanded={hasPicture} onClick={this.draw}>
            {t('share:picture')}
          </button>
        </p>
        <p class={styles.answer} role="status">
          {answer && t(`share:${answer}`)}
        </p>
        {selected && (
          <p class={styles.text} ref={this.text}>
            {selected}
          </p>
        )}
        {hasPicture && (
          <>
            <canvas
              class={styles.picture}
              ref={this.canvas}
              role="img"
              aria-label={t('share:canvas', { title })}
            />
            {file && (
              <p class={styles.actions}>
                <button
                  type="button"
                  data-save-picture
                  onClick={() => {
                    save(file);
                    this.setState({ answer: 'saved' });
                  }}
                >
                  {t('share:save')}
                </button>
                {canShareFile(file) && (
                  <button type="button" data-share-picture onClick={() => void this.share({ files: [file] })}>
                    {t('share:share-picture')}
                  </button>
                )}
                <button type="button" data-copy-text onClick={() => void this.copy('text', pictureText)}>
                  {t('share:text')}
                </button>
              </p>
            )}
            <p class={styles.text} data-picture-text>
              {pictureText}
            </p>
          </>
        )}
      </section>
    );
  }
}
