import { codePointOf } from '../content/fault';
import { refusal, some } from './refusal';

/**
 * Characters that no report prints. Controls, U+FFFD, private and unassigned ones are what is left of characters that
 * were lost on the way. Those that turn the direction of writing show a text other than the one that is read. Radicals
 * look like characters and are none; they come from copying out of a PDF.
 */
const strange = /(?![\t\n\r])[\p{Cc}\p{Co}\p{Cn}\p{Cs}\uFFFD\u2E80-\u2FDF\p{Bidi_Control}]/gu;

/** @throws UsageError where characters were lost or turn the text around */
export function refuseLostCharacters(file: string, text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  const places = lines.flatMap((line, index) =>
    [...new Set(line.match(strange))].map((character) => `${codePointOf(character)} in line ${index + 1}`),
  );
  if (places.length === 0) return;
  throw refusal({
    file,
    expected: 'printed characters only',
    got: some(places),
    remedy: 'these stand where characters were lost or are hidden, so get the text from its publisher again',
  });
}
