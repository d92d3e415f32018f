import JSZip from 'jszip';

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const type = (name: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;

/** The XML of a run and of a paragraph of runs. */
export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;

/** A Word document with this body. The others are the inner XML of their parts. */
export function aDocx(body: string, { styles = '', numbering = '', footer = '' } = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  const parts = { document: `<w:body>${body}</w:body>`, styles, numbering, footer };
  for (const [name, inner] of Object.entries(parts))
    zip.file(`word/${name}.xml`, `<?xml version="1.0"?><w:${name} ${namespaces}>${inner}</w:${name}>`);
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type('document.main')}"/></Types>`,
  );
  return zip.generateAsync({ type: 'uint8array' });
}
