/** The strokes of 要 as on the icon (`public/icons/icon.svg`), in a square of 24. */
export const sealPath =
  'M5 5h14M9.8 5v7M14.2 5v7M6 7.8h12V12H6zM4.2 14.8h15.6M11.2 12.6 8.6 17q5 1 8.4 3M15.8 15q-2 4.2-9 5';

/** The mark: 要 in a seal. */
export function Seal() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect width="24" height="24" rx="3.5" fill="currentColor" />
      <path d={sealPath} />
    </svg>
  );
}
