/**
 * What the article's page may cost at most, in either language. The keys are those of `npm run bench`,
 * whose table also says what we aim at. Whoever raises a number here says why in the commit.
 */
export const budgets = {
  'sight requests': 1,
  // What a server may send before it has heard from the reader.
  'sight bytes': 14_600,
  'interactive script': 14_600,
  // Bodies of 28,000, and the headers of three answers.
  'rest script': 28_300,
  // The aims were set before the reader's own data and the ways out: three files and eight kilobytes.
  'rest requests': 53,
  'rest bytes': 216_500,
  calls: 12_000,
  'offline files': 40,
  'offline bytes': 160_000,
  'return before': 0,
  'return other': 0,
  'edit card bytes': 45_000,
} as const satisfies Readonly<Record<string, number>>;

export type Budget = keyof typeof budgets;
