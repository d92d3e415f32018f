import { signal } from './signal';

/** What a reader can open under a card. */
export type ToolName = 'both' | 'listen' | 'share';

export interface OpenedTool {
  readonly card: string;
  readonly tool: ToolName;
}

/** The one tool that is open on the page: opening another, in any card, closes it. */
const [opened, setOpened] = signal<OpenedTool | undefined>(undefined);

export { opened };

export function toggleTool(asked: OpenedTool): void {
  const isOpen = opened.value?.card === asked.card && opened.value.tool === asked.tool;
  setOpened(isOpen ? undefined : asked);
}

export const closeTools = (): void => setOpened(undefined);
