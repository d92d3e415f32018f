import type { ComponentChildren } from 'preact';
import { HelpBefore } from '../features/help/HelpBefore';
import { usePartRoot } from '../ui/Part';

interface Props {
  readonly class: string;
  readonly children: ComponentChildren;
}

/** The main element of a page that changes language as one part. */
export function Main({ class: look, children }: Props) {
  return (
    <main {...usePartRoot()} id="main" class={look}>
      <HelpBefore place="main" />
      {children}
    </main>
  );
}
