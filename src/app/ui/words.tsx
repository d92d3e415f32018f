import type { ComponentChildren } from 'preact';
import type { Translate } from '../../core/i18n';
import type { Language } from '../../core/language';
import type { Site } from '../../core/routes';

/** What any component needs to speak: the language and the words of the interface. */
export interface Speech {
  readonly language: Language;
  readonly site: Site;
  readonly t: Translate;
}

let current: Speech | undefined;

/**
 * Says in which words everything below it is rendered.
 *
 * A variable and not a context: rendering is synchronous, here and in the prerenderer, and one page
 * speaks one language at a time. Preact's hooks, which contexts need, would cost the reader a kilobyte.
 */
export function Speaking({ speech, children }: { speech: Speech; children: ComponentChildren }) {
  current = speech;
  return <>{children}</>;
}

/** The words of the page that is being rendered; for use in a component's body only. */
export function speaking(): Speech {
  if (!current) throw new Error('a component that speaks was rendered outside <Speaking>');
  return current;
}
