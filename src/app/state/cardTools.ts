import { signal } from './signal';

/** What a reader can open under a card. */
export type ToolName = 'both' | 'listen' | 'share';

export interface OpenedTool {
  readonly card: string;
  readonly tool: ToolName;
}

/** One at a time, wherever it is: what is open in one card closes when another is asked for. */
const [opened, setOpened] = signal<OpenedTool | undefined>(undefined);

export { opened };

export function toggleTool(asked: OpenedTool): void {
  const isOpen = opened.value?.card === asked.card && opened.value.tool === asked.tool;
  setOpened(isOpen ? undefined : asked);
}

export const closeTools = (): void => setOpened(undefined);
