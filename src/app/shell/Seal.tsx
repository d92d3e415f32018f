/** The mark: four strokes of a list inside a seal, as on the icon. */
export function Seal() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="currentColor">
      <path d="M2 0h20a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2zm3 5v2.4h14V5zm0 5.8v2.4h14v-2.4zm0 5.8V19h8v-2.4z" />
    </svg>
  );
}
