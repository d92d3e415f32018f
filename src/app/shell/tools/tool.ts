import type { Scene } from '../app';

/** Where a tool of a card is at work. */
export interface ToolContext extends Scene {
  /** The card, `[data-card]`, in the language that is shown. */
  readonly card: HTMLElement;
  /** An empty place under the card's tools, for what the tool shows; gone when the tool is closed. */
  readonly panel: HTMLElement;
}

/** A tool's script, fetched when the reader first asks for it. The answer ends it, before its panel goes. */
export type OpenTool = (context: ToolContext) => Promise<() => void> | (() => void);
