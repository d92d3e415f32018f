import type { FigureStyle } from '../../core/figureText';
import { linesOf, type Run } from '../../core/lines';
import { type Code, quietZone } from '../../core/qr';
import type { CardText } from '../../core/sharing';

/** What a picture of a card shows, from top to bottom. */
export interface Picture {
  readonly brand: string;
  /** The strokes of the mark as SVG path data, in a square of 24. */
  readonly seal: string;
  /** The place and the year, above the title. */
  readonly name: string;
  readonly title: string;
  readonly figures: CardText['figures'];
  /** Shown instead of figures on a card that has none. */
  readonly takeaway: string;
  /** Whose figures these are. */
  readonly own: string;
  /** Source and address, beside the QR code. */
  readonly foot: readonly string[];
  /** When the figures were compared with the source; small, at the end. */
  readonly edition: string;
  readonly code: Code;
}

type Style = FigureStyle | 'brand' | 'name' | 'title' | 'label' | 'takeaway' | 'foot' | 'edition';

interface Look {
  readonly font: string;
  readonly size: number;
  readonly color: string;
  readonly leading: number;
}

const width = 1080;
const edge = 84;
const column = width - 2 * edge;
const gap = 48;

/** The page's own fonts and colours, as they apply to an element. */
function looksOf(element: Element) {
  const tokens = getComputedStyle(element);
  const token = (name: string) => tokens.getPropertyValue(`--${name}`).trim();
  const [paper, ink, soft, accent] = ['paper', 'ink', 'ink-soft', 'accent'].map(token) as [
    string,
    string,
    string,
    string,
  ];
  const isChinese = element.closest('[lang]')?.getAttribute('lang') !== 'en';
  const look = (face: string, size: number, color: string, weight = 400, air = 0): Look => ({
    font: `${weight} ${size}px ${token(face)}`,
    size,
    color,
    leading: size * (1.25 + air + (isChinese ? 0.15 : 0)),
  });
  const styles: Readonly<Record<Style, Look>> = {
    brand: look('serif', 38, ink, 700),
    name: look('sans', 34, accent),
    title: look('serif', 60, ink, 700),
    label: look('sans', 34, soft),
    number: look('serif', 100, ink, 700),
    figure: look('sans', 40, soft),
    takeaway: look('sans', 44, ink, 400, 0.25),
    foot: look('sans', 28, soft, 400, 0.1),
    edition: look('sans', 28, soft),
  };
  // An opening mark leaves the left part of its full-width cell empty. The text is moved left by that part (in
  // em), so that it begins at the edge.
  const inset = (text: string) => (isChinese && /^[“‘《〈（]/.test(text) ? 0.5 : 0);
  return { styles, paper, ink, accent, rule: token('rule'), inset };
}

/** Whether the first colour is lighter than the other, judged by its red: all are warm greys. */
const isLighter = (one: string, other: string) => {
  const red = (color: string) => Number.parseInt(color.slice(1, 3), 16);
  return red(one) > red(other);
};

/**
 * Throws if the drawn QR code cannot be read back. Browsers that resist fingerprinting return other pixels
 * than were drawn, and so would save other pictures.
 */
function checkCode(pen: CanvasRenderingContext2D, code: Code, [left, top, scale]: CodePlace): void {
  const side = code.size * scale;
  const { data } = pen.getImageData(left, top, side, side);
  const middle = scale >> 1;
  const brightness = (column: number, row: number) => {
    const at = ((row * scale + middle) * side + column * scale + middle) * 4;
    return data.slice(at, at + 3).reduce((sum, part) => sum + part, 0) / 3;
  };
  for (let row = 0; row < code.size; row++)
    for (let column = 0; column < code.size; column++)
      if (brightness(column, row) < 128 !== code.isDark(column, row))
        throw new Error('expected the pixels that were drawn, got others');
}

type CodePlace = readonly [left: number, top: number, scale: number];

/** Draws the picture. The canvas becomes as tall as the text needs. */
function paint(canvas: HTMLCanvasElement, card: Element, picture: Picture): void {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('expected a canvas that can be drawn on, got none');
  const { styles, paper, ink, accent, rule, inset } = looksOf(card);
  const measure = (text: string, style: Style) => {
    pen.font = styles[style].font;
    return pen.measureText(text).width;
  };
  // Everything is measured before anything is drawn, because setting the height of a canvas clears it.
  const strokes: (() => void)[] = [];
  let y = edge;
  const line = (color: string, thick: number) => {
    const at = y;
    strokes.push(() => {
      pen.fillStyle = color;
      pen.fillRect(edge, at, column, thick);
    });
    y += thick;
  };

  const set = (runs: readonly Run<Style>[], from = edge, room = column): void => {
    for (const line of linesOf(runs, room, measure)) {
      const looks = line.map(({ style }) => styles[style]);
      const tallest = looks.reduce((most, look) => (look.size > most.size ? look : most));
      const baseline = y + tallest.leading / 2 + tallest.size * 0.36;
      const [first] = line;
      let x = from - (first ? inset(first.text) * styles[first.style].size : 0);
      for (const { text, style } of line) {
        const at = x;
        strokes.push(() => {
          pen.font = styles[style].font;
          pen.fillStyle = styles[style].color;
          pen.fillText(text, at, baseline);
        });
        x += measure(text, style);
      }
      y += tallest.leading;
    }
  };

  const seal = 56;
  strokes.push(() => {
    pen.save();
    pen.translate(edge, edge);
    pen.scale(seal / 24, seal / 24);
    pen.fillStyle = accent;
    pen.beginPath();
    pen.roundRect?.(0, 0, 24, 24, 3.5);
    pen.fill();
    pen.strokeStyle = paper;
    pen.lineWidth = 1.7;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.stroke(new Path2D(picture.seal));
    pen.restore();
  });
  y += (seal - styles.brand.leading) / 2;
  set([{ text: picture.brand, style: 'brand' }], edge + seal + 18, column - seal - 18);
  y = edge + seal + 28;
  line(ink, 4);
  y += 36;
  set([{ text: picture.name, style: 'name' }]);
  y += 8;
  set([{ text: picture.title, style: 'title' }]);
  y += 16;
  for (const { label, figure, lacks } of picture.figures) {
    y += 20;
    set([{ text: label, style: 'label' }]);
    set(figure);
    if (lacks) set([{ text: lacks, style: 'foot' }]);
    y += 20;
    line(rule, 2);
  }
  if (picture.figures.length === 0) {
    y += 12;
    set([{ text: picture.takeaway, style: 'takeaway' }]);
    y += 36;
    line(rule, 2);
  }
  y += 20;
  if (picture.figures.length > 0) set([{ text: picture.own, style: 'label' }]);
  y += gap;

  const { code } = picture;
  const modules = code.size + 2 * quietZone;
  // A module takes whole pixels: one that is drawn across a pixel border would be grey.
  const scale = Math.max(6, Math.floor(300 / modules));
  const side = modules * scale;
  const top = y;
  const [light, dark] = isLighter(paper, ink) ? [paper, ink] : [ink, paper];
  const left = width - edge - side;
  strokes.push(() => {
    pen.fillStyle = light;
    pen.fillRect(left, top, side, side);
    pen.fillStyle = dark;
    for (let row = 0; row < code.size; row++)
      for (let at = 0; at < code.size; at++)
        if (code.isDark(at, row))
          pen.fillRect(left + (at + quietZone) * scale, top + (row + quietZone) * scale, scale, scale);
  });
  for (const text of picture.foot) {
    set([{ text, style: 'foot' }], edge, column - side - gap);
    y += 10;
  }
  if (picture.edition) set([{ text: picture.edition, style: 'edition' }], edge, column - side - gap);
  y = Math.max(y, top + side) + edge;

  canvas.width = width;
  canvas.height = Math.ceil(y);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width, canvas.height);
  for (const draw of strokes) draw();
  checkCode(pen, code, [left + quietZone * scale, top + quietZone * scale, scale]);
}

export interface DrawnPicture {
  readonly file: File;
  /** The address for an `img` of this page; valid until `release` is called. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
  release(): void;
}

/**
 * Draws a card as a picture.
 *
 * @param card the element whose fonts and colours the picture takes
 * @throws where this browser cannot draw it, or returns other pixels than were drawn
 */
export async function drawPicture(card: Element, picture: Picture, name: string): Promise<DrawnPicture> {
  const canvas = document.createElement('canvas');
  paint(canvas, card, picture);
  const { width, height } = canvas;
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new Error('expected a picture, got none');
  const file = new File([png], name, { type: 'image/png' });
  const address = URL.createObjectURL(file);
  return { file, address, width, height, release: () => URL.revokeObjectURL(address) };
}
