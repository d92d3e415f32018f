import { describe, expect, it } from 'vitest';
import { signal } from '../../../src/app/state/signal';

describe('signal', () => {
  it('has its first value, and then the last one set', () => {
    const [value, set] = signal('a');
    expect(value.value).toBe('a');
    set('b');
    set('c');
    expect(value.value).toBe('c');
  });

  it('tells every listener of every change, in the order in which they came', () => {
    const [value, set] = signal(0);
    const heard: string[] = [];
    value.watch((next) => heard.push(`first ${next}`));
    value.watch((next) => heard.push(`second ${next}`));
    set(1);
    set(2);
    expect(heard).toEqual(['first 1', 'second 1', 'first 2', 'second 2']);
  });

  it('has the new value already when it tells', () => {
    const [value, set] = signal(0);
    let seen = -1;
    value.watch(() => {
      seen = value.value;
    });
    set(1);
    expect(seen).toBe(1);
  });

  it('says nothing of a value that is the same', () => {
    const [value, set] = signal(Number.NaN);
    const heard: number[] = [];
    value.watch((next) => heard.push(next));
    set(Number.NaN);
    set(0);
    set(0);
    expect(heard).toEqual([0]);
  });

  it('tells a listener nothing before the first change and nothing after it has left', () => {
    const [value, set] = signal(0);
    const heard: number[] = [];
    const leave = value.watch((next) => heard.push(next));
    expect(heard).toEqual([]);
    set(1);
    leave();
    leave();
    set(2);
    expect(heard).toEqual([1]);
  });

  it('tells the others when one leaves while it is told', () => {
    const [value, set] = signal(0);
    const heard: string[] = [];
    const leave = value.watch(() => {
      heard.push('first');
      leave();
    });
    value.watch(() => heard.push('second'));
    set(1);
    set(2);
    expect(heard).toEqual(['first', 'second', 'second']);
  });

  it('tells a listener that comes while others are told from the next change on', () => {
    const [value, set] = signal(0);
    const heard: number[] = [];
    const leave = value.watch(() => {
      leave();
      value.watch((next) => heard.push(next));
    });
    set(1);
    expect(heard).toEqual([]);
    set(2);
    expect(heard).toEqual([2]);
  });

  it('leaves nobody with an older value when a listener sets another', () => {
    const [value, set] = signal(0);
    let last = -1;
    value.watch((next) => set(Math.max(next, 2)));
    value.watch((next) => {
      last = next;
    });
    set(1);
    expect(last).toBe(2);
  });

  it('may hold a function without calling it', () => {
    const [value, set] = signal<(() => void) | undefined>(undefined);
    const accept = () => {
      throw new Error('called');
    };
    set(accept);
    expect(value.value).toBe(accept);
  });

  it('cannot be assigned to', () => {
    const [value] = signal(0);
    expect(() => Object.assign(value, { value: 1 })).toThrow(TypeError);
    expect(value.value).toBe(0);
  });
});
