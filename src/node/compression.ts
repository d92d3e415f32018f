import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Compresses a file in the two ways that hosts keep beside it, as small as possible: it is done once and read often. */
export async function compressed(body: Buffer): Promise<{ readonly br: Buffer; readonly gzip: Buffer }> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const [br, gzip] = await Promise.all([brotli(body, { params }), zip(body, { level: 9 })]);
  return { br, gzip };
}
