import { bilingual, toggleBilingual } from '../../state/bilingual';
import { isOpen, opened, type ToolName, toggleTool } from '../../state/cardTools';
import { saved, toggleSaved } from '../../state/saved';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './CardTools.module.css';

interface Props {
  /** `<article>/<card>` */
  readonly item: string;
  readonly card: string;
  /** Those that this browser can do. */
  readonly tools: readonly ToolName[];
  /** The first card's tools are also the page's. */
  readonly isFirst: boolean;
}

/** What a reader can do with a card, under its text: nothing is hidden behind a gesture or a menu. */
export function CardTools({ item, card, tools, isFirst }: Props) {
  const { t } = speaking();
  return (
    <fieldset class={styles.tools} aria-label={t('tools:label')}>
      <Watch these={[saved]}>
        {() => {
          const isSaved = saved.value.includes(item);
          return (
            <button type="button" data-save aria-pressed={isSaved} onClick={() => toggleSaved(item)}>
              {t(isSaved ? 'tools:saved' : 'tools:save')}
            </button>
          );
        }}
      </Watch>
      {isFirst && (
        <Watch these={[bilingual]}>
          {() => (
            <button type="button" data-all aria-pressed={bilingual.value} onClick={toggleBilingual}>
              {t('tools:all')}
            </button>
          )}
        </Watch>
      )}
      <Watch these={[opened]}>
        {() =>
          tools.map((tool) => (
            <button
              key={tool}
              type="button"
              data-tool={tool}
              aria-expanded={isOpen({ card, tool })}
              onClick={() => toggleTool({ card, tool })}
            >
              {t(`tools:${tool}`)}
            </button>
          ))
        }
      </Watch>
    </fieldset>
  );
}
