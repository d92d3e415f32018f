import { bilingual } from '../../state/bilingual';
import { opened, type ToolName, toggleTool } from '../../state/cardTools';
import { loadLate } from '../../state/late';
import { lookForVoices, speakable } from '../../state/voices';
import { Late, type Load } from '../../ui/Late';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './CardTools.module.css';
import { SaveButton } from './SaveButton';
import { Unreached } from './Unreached';

/** The props of the panel that a tool opens under its card. */
interface PanelProps {
  readonly article: string;
  /** The card's id. */
  readonly card: string;
}

/** The scripts of the tools that have a panel, fetched when a reader first asks for one. */
export type Panels = Readonly<Record<'listen' | 'share', Load<PanelProps>>>;

interface Props extends PanelProps {
  readonly panels: Panels;
}

/** The tools under the text of a card. None of them is hidden behind a gesture or a menu. */
export function CardTools({ article, card, panels }: Props) {
  const { t, language } = useWords();
  const canSpeak = useSignal(speakable).includes(language);
  const isBilingual = useSignal(bilingual);
  const now = useSignal(opened);
  const open = now?.card === card ? now.tool : undefined;
  if (!useHydrated()) return <div class={styles.room} />;
  const button = (tool: ToolName) => (
    <button
      type="button"
      data-tool={tool}
      aria-expanded={tool === open}
      onClick={() => toggleTool({ card, tool })}
    >
      {t(tool === 'both' && tool === open ? 'tools:hide' : `tools:${tool}`)}
    </button>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form */}
      <div
        role="group"
        aria-label={t('tools:label')}
        class={styles.tools}
        data-tools
        onPointerOver={lookForVoices}
        onFocusIn={lookForVoices}
      >
        <SaveButton item={`${article}/${card}`} kind="card" />
        {!isBilingual && button('both')}
        {canSpeak && button('listen')}
        {button('share')}
      </div>
      {open && open !== 'both' && (
        <div data-panel={open}>
          <Late
            key={open}
            load={() => loadLate(panels[open])}
            props={{ article, card }}
            failed={<Unreached />}
          />
        </div>
      )}
    </>
  );
}

interface MeasureToolsProps {
  readonly article: string;
  readonly measure: string;
  /** What the measure counts, as the name of its tools. */
  readonly label: string;
}

/** The tools of a measure, which can be saved by itself. */
export function MeasureTools({ article, measure, label }: MeasureToolsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div role="group" aria-label={label} class={styles.tools} data-tools>
      <SaveButton item={`${article}/${measure}`} kind="measure" />
    </div>
  );
}
