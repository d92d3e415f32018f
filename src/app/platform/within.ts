/** The elements of a part that a selector means, the part itself included. */
export const within = <E extends HTMLElement>(part: Element, selector: string): E[] => [
  ...(part.matches(selector) ? [part as E] : []),
  ...part.querySelectorAll<E>(selector),
];
