import { refusal } from './refusal';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Chinese prose cannot do without these; bytes of another encoding seldom make one of them. */
const signsOfChinese = /[，。、；：的]/;

/**
 * The text of bytes, without a byte order mark. A mark decides; without one, bytes that are valid UTF-8 are UTF-8,
 * because text in another encoding practically never is. All else must be GB 18030 (which GBK and GB 2312 are parts of).
 *
 * @throws UsageError where it is neither
 */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const mark = marks.find((each) => each.bytes.every((byte, at) => byte === bytes[at]));
  const decoded = mark ? decodedAs(mark.encoding, bytes) : (decodedAs('utf-8', bytes) ?? inGb18030(bytes));
  if (decoded) return decoded;
  throw refusal({
    file,
    expected: 'Chinese text in UTF-8, GB 18030 or UTF-16 with a byte order mark',
    got: mark
      ? `a mark of ${mark.encoding.toUpperCase()} before bytes that are not`
      : 'bytes that are none of these',
    remedy: 'open it in an editor that shows it rightly and save it as UTF-8',
  });
}

function inGb18030(bytes: Uint8Array): Decoded | undefined {
  const decoded = decodedAs('gb18030', bytes);
  return decoded && signsOfChinese.test(decoded.text) ? decoded : undefined;
}

function decodedAs(encoding: string, bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
