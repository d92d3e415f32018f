import { read, type SpokenForm } from './reading';

const digits = '零一二三四五六七八九';
const places = ['', '十', '百', '千'];
const scales = ['', '万', '亿'];

const byDigit = (number: string): string => number.replace(/\d/g, (digit) => digits.charAt(Number(digit)));

function cardinal(number: string): string {
  // 007 is a code. A number longer than those with 亿 is read digit by digit.
  if (number.length > 12 || /^0\d/.test(number)) return byDigit(number);
  const said = [...number].map((digit, at) => {
    const place = number.length - 1 - at;
    const word = digit === '0' ? '零' : byDigit(digit) + places[place % 4];
    return place % 4 ? word : word + scales[place / 4];
  });
  return (
    said
      .join('')
      .replace(/零+(万|亿|$)/g, '$1')
      .replace(/零+/g, '零')
      .replace('亿万', '亿')
      .replace(/^一十/, '十')
      .replace(/^二(?=[千万亿])/, '两') || '零'
  );
}

const inFull = (whole: string, part: string, zeros: number): string =>
  (whole + part.padEnd(zeros, '0')).replace(/^0+/, '');

const readings: readonly SpokenForm[] = [
  [/(\d),(?=\d{3}(?!\d))/g, '$1'],
  [/\s*(\p{Script=Han})\s*/gu, '$1'],
  // A name may also end with a year: 雷火2024.
  [/\b(?:19|20)\d\d(?=\s?[-–—~～至到]\s?\d{4}年|年|[”"》）])|\b20[123]\d$/g, byDigit],
  // This is a telephone number only if the words around it say so: 110个 is a count.
  [
    /\b(?:11[0249]|12[02]|123\d\d|9[56]\d{3,4})(?=[”"』]|报警|热线|电话|专线|平台|号码)/g,
    (number) => byDigit(number).replaceAll('一', '幺'),
  ],
  // Figures in names: 365工作法, SHA-256.
  [/\b\d{3,}(?=工作法|机制|行动|工程|模式|计划)/g, byDigit],
  [/([A-Za-z]-?)(\d{3,})/g, (_, letter, number) => letter + byDigit(number)],
  [/\b(\d\d?):(\d\d)\b/g, (_, hour, minute) => `${hour}点${minute === '00' ? '整' : `${minute}分`}`],
  [/(\d+)\/(\d+)/g, '$2分之$1'],
  [/([\d%零一二三四五六七八九万亿])\s?[-–—~～]\s?(?=[\d一二])/g, '$1到'],
  [/[¥￥]\s?(\d[\d.]*[万亿]*)/g, '$1元'],
  [/(^|[^\dA-Za-z])[-−](?=\d)/g, '$1负'],
  [/(\d[\d.]*)%/g, '百分之$1'],
  [/(\d[\d.]*)‰/g, '千分之$1'],
  // 12.45万 is read in full (124500), unless a fraction would be left: 1.23456万 stays as it is.
  [/(\d+)\.(\d{1,4})万/g, (_, whole, part) => inFull(whole, part, 4)],
  [/(\d+)\.(\d{1,8})亿/g, (_, whole, part) => inFull(whole, part, 8)],
  // 2 is read as 两 where things are counted, but as 二 in 二月, 二级, 第二.
  [/(^|[^\d.第之])2(?=(?!(?:到\d+)?[月日号级等楼层季时以])\p{Script=Han})/gu, '$1两'],
  [/\d+\.(\d+)/g, (number, part) => `${cardinal(number.split('.')[0] ?? '')}点${byDigit(part)}`],
  [/\d+/g, cardinal],
  [/\+/g, '加'],
  [/\//g, '、'],
];

/**
 * Chinese as a voice is to read it: with figures in words, and without marks that a
 * voice would name or stumble over.
 */
export const spokenChinese = (text: string): string => read(text, readings, '，');
