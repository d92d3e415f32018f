import type { PageCard } from '../../../core/page';
import type { Speech } from '../../ui/words';

/** Where a tool of a card is at work. */
export interface ToolContext {
  /** The card, `[data-card]`, in the language that is shown. */
  readonly card: HTMLElement;
  /** An empty place under the card's tools, for what the tool shows; gone when the tool is closed. */
  readonly panel: HTMLElement;
  readonly page: PageCard;
  readonly speech: Speech;
  /** The same page in its other language; rejects where it cannot be had. */
  other(): Promise<HTMLElement | undefined>;
}

/** A tool's script, fetched when the reader first asks for it. The answer ends it: the panel is emptied by the caller. */
export type OpenTool = (context: ToolContext) => Promise<() => void> | (() => void);
