import type { ComponentChildren } from 'preact';
import { isPlainClick } from '../../core/plainClick';
import { useHydrated } from './Part';

interface Props {
  /** Where it leads without a script, and in a new tab or window. */
  readonly href: string;
  readonly press: () => void;
  /** The attributes it has as a button: `aria-pressed`, `aria-expanded`, `data-…`. */
  readonly state: Readonly<Record<string, string | boolean>>;
  readonly children: ComponentChildren;
  /** Marks the entry of the large-type edition, and of both languages at once, with and without a script. */
  readonly 'data-large'?: boolean;
  readonly 'data-all'?: boolean;
}

/** A link that is a button once there is a script: it answers clicks and the space key. */
export function LinkButton({ href, press, state, children, ...attributes }: Props) {
  const isButton = useHydrated();
  const act = (event: MouseEvent | KeyboardEvent) => {
    if (!isPlainClick(event) || ('key' in event && event.key !== ' ')) return;
    event.preventDefault();
    press();
  };
  return (
    <a
      href={href}
      {...attributes}
      {...(isButton && { role: 'button', ...state })}
      onClick={act}
      onKeyDown={act}
    >
      {children}
    </a>
  );
}
