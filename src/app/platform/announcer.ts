/**
 * A place in the page, out of sight, whose changes screen readers say when they have said what they are at. It
 * must stand there before its words come. What is to be seen as well stands at the foot of the window until the
 * reader does something else.
 */
export function openAnnouncer(): (text: string, lang: string, isSeen?: boolean) => void {
  const place = document.createElement('p');
  place.role = 'status';
  const say = (text = '', lang = '', isSeen = false) => {
    place.lang = lang;
    place.textContent = text;
    place.dataset.said = isSeen ? 'seen' : '';
  };
  say();
  document.body.append(place);
  return (text, lang, isSeen) => {
    say(text, lang, isSeen);
    if (!isSeen) return;
    // Not scrolling, which may be still going on.
    for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, () => say(), { once: true });
  };
}
