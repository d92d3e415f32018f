/**
 * A place in the page, out of sight, whose changes screen readers say when they have said what they are at. It
 * must stand there before its words come.
 */
export function openAnnouncer(): (text: string, lang: string) => void {
  const place = document.createElement('p');
  place.role = 'status';
  place.dataset.said = '';
  document.body.append(place);
  return (text, lang) => {
    place.lang = lang;
    place.textContent = text;
  };
}
