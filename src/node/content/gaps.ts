import type { Fault } from './fault';
import { factsFileOf, readingsFileOf, wordsFileOf } from './files';
import type { Finding, Gate } from './gates/view';
import type { Sheets } from './sheets';
import { gapSign, isGap, stringsIn } from './strings';

/**
 * Names every gap that an editor has yet to fill, file by file. It reads the files as they stand, so that gaps are
 * told even where other faults keep the content from being read.
 */
export const gapGate = (sheets: Sheets): Gate => ({
  name: 'nothing is left to write',
  stage: 'evidence',
  remedy: `Write it in place of the text that begins with ${gapSign}`,
  check: () => sheets.articles.flatMap(filesOf).flatMap((file) => gapsIn(file, sheets.values.get(file))),
});

/** Whether a fault tells of something that is left to write. */
export const isUnwritten = ({ got }: Fault): boolean => got === gapSign;

const filesOf = (article: string): string[] => [
  factsFileOf(article),
  readingsFileOf(article),
  wordsFileOf('zh', article),
  wordsFileOf('en', article),
];

const gapsIn = (file: string, value: unknown): Finding[] =>
  stringsIn(value)
    .filter(({ text }) => isGap(text))
    .map(({ path, text }) => ({
      ...{ file, path, got: gapSign },
      expected: text.slice(text.indexOf(gapSign) + gapSign.length).trim() || 'something to read',
    }));
