const forms = { raised: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', lowered: '₀₁₂₃₄₅₆₇₈₉₊₋' } as const;

/** Writes raised or lowered digits as characters of their own, so that 10⁸ is not read as 108, nor m² as m2. */
export function inSmallDigits(text: string, form: keyof typeof forms): string {
  if (!/^[\d+-]+$/.test(text)) return text;
  return text.replace(/./g, (digit) => forms[form]['0123456789+-'.indexOf(digit)] ?? digit);
}
