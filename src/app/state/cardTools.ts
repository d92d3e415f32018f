import { signal } from './signal';

/** What a reader can open under a card; each is a script of its own. */
export const toolNames = ['both', 'share'] as const;
export type ToolName = (typeof toolNames)[number];

export interface OpenedTool {
  readonly card: string;
  readonly tool: ToolName;
}

/** One at a time, wherever it is: what is open in one card closes when another is asked for. */
const [opened, setOpened] = signal<OpenedTool | undefined>(undefined);

export { opened };

export const isOpen = ({ card, tool }: OpenedTool): boolean =>
  opened.value?.card === card && opened.value.tool === tool;

export const toggleTool = (asked: OpenedTool): void => setOpened(isOpen(asked) ? undefined : asked);

export const closeTools = (): void => setOpened(undefined);
