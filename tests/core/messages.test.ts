import { describe, expect, it } from 'vitest';
import { type Message, parseMessage } from '../../src/core/messages';

const messages: readonly Message[] = [
  { type: 'SKIP_WAITING' },
  { type: 'AUDIT' },
  { type: 'TIDY', newest: ['https://example.org/zh/?__WB_REVISION__=1'] },
  { type: 'FAILED', why: 'Error: en/terms/', isFull: false },
  { type: 'AUDITED', complete: true, bytes: 1, files: 1 },
];

describe('parseMessage', () => {
  it.each(messages)('takes $type as it is sent', (message) => {
    expect(parseMessage(structuredClone(message))).toEqual(message);
  });

  it.each(messages)('takes $type with no other field', (message) => {
    expect(parseMessage({ ...message, force: true })).toBeUndefined();
  });

  it.each(
    messages.flatMap((message) =>
      Object.keys(message).map((field) => [message.type, field, message] as const),
    ),
  )('takes %s only with its %s', (_type, field, message) => {
    const { [field]: _left, ...rest } = { ...message } as Record<string, unknown>;
    expect(parseMessage(rest)).toBeUndefined();
  });

  it.each([
    null,
    undefined,
    'AUDIT',
    ['AUDIT'],
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'CACHE_URLS', payload: { urlsToCache: ['/'] } },
    { type: 'TIDY', newest: 'all' },
    { type: 'TIDY', newest: [1] },
    { type: 'TIDY', keep: [] },
    { type: 'FAILED', why: ['a'], isFull: true },
    { type: 'FAILED', why: 'a', isFull: 'yes' },
    { type: 'AUDITED', complete: 'yes', bytes: 1, files: 1 },
    { type: 'AUDITED', complete: true, bytes: -1, files: 1 },
    { type: 'AUDITED', complete: true, bytes: Number.NaN, files: 1 },
  ])('refuses %j', (value) => {
    expect(parseMessage(value)).toBeUndefined();
  });
});
