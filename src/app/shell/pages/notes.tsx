import { render } from 'preact';
import { tagOf } from '../../../core/language';
import { anchorOfTerm } from '../../../core/terms';
import { TermNote } from '../../features/glossary/TermNote';
import { openNotes } from '../../platform/openNotes';
import { nextPaint } from '../../platform/turns';
import { Speaking, speaking } from '../../ui/words';
import type { OpenNotesWith, Rehearse } from '../app';

/** The lazy script of the article's page: the first use of each term explains it in place. */
export const openTermNotes: OpenNotesWith = (links, speech) =>
  openNotes(links, (note, fragment) =>
    render(
      <Speaking speech={speech()}>
        <TermNote id={fragment.slice(anchorOfTerm('').length + 1)} />
      </Speaking>,
      note,
    ),
  );

let isRehearsed = false;

/**
 * Renders what the first change of language will render, out of sight and when the page is idle: code, number
 * formats and fonts take four times as long when they are used for the first time.
 */
export const rehearse: Rehearse = async (stageIn, speech, parts) => {
  if (isRehearsed) return;
  isRehearsed = true;
  const stage = document.createElement('div');
  stage.lang = tagOf[speech.language];
  stage.style.cssText = 'position:absolute;inset:0;contain:strict;visibility:hidden';
  stageIn.append(stage);
  for (const { body } of parts) {
    await nextPaint();
    const before = speaking();
    render(<Speaking speech={speech}>{body}</Speaking>, stage);
    // To lay it out is to load the fonts of the other language.
    stage.getBoundingClientRect();
    // What has an address must not stand in the document twice; and what renders next, of itself, is to speak
    // as it did.
    render(<Speaking speech={before}>{null}</Speaking>, stage);
  }
  stage.remove();
};
