/** What a click and a pressed key have in common, as far as it is asked for here. */
interface Press {
  readonly button?: number;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether a link is wanted here: another button or one of these keys asks for a new tab or window. */
export const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey }: Press): boolean =>
  !(button || metaKey || ctrlKey || shiftKey);
