import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../widget/visitor/storage.ts';
import { createUnsent } from '../../../widget/visitor/unsent.ts';

const say = (ref: string) => ({ type: 'say', ref, text: `text of ${ref}` }) as const;

describe('the memory', () => {
  it('keeps sites apart, and forgets', () => {
    const store: Record<string, string> = {};
    const [one, other] = [createMemory(() => store, 'one'), createMemory(() => store, 'other')];
    one.set('live', '1');
    expect(one.get('live')).toBe('1');
    expect(other.get('live')).toBeUndefined();
    one.set('live', undefined);
    expect(store).toEqual({});
  });

  it('lasts as long as the page where the browser forbids storage', () => {
    const memory = createMemory(() => {
      throw new Error('Forbidden');
    }, 'demo');
    memory.set('live', '1');
    expect(memory.get('live')).toBe('1');
  });

  it('lets a full storage pass in silence', () => {
    const full = new Proxy<Record<string, string>>({}, { set: () => false });
    const memory = createMemory(() => full, 'demo');
    expect(() => memory.set('live', '1')).not.toThrow();
    expect(memory.get('live')).toBeUndefined();
  });
});

describe('unsent words', () => {
  const setUp = () => {
    const store: Record<string, string> = {};
    const memory = createMemory(() => store, 'demo');
    return { store, memory, tab: (name: string) => createUnsent(memory, name) };
  };

  it('are there for the next page, in order', () => {
    const { tab } = setUp();
    tab('a').save([say('1'), say('2')]);
    expect(tab('b').load()).toEqual([say('1'), say('2')]);
  });

  it('leave nothing behind once they are sent', () => {
    const { store, tab } = setUp();
    const first = tab('a');
    first.save([say('1')]);
    first.save([]);
    expect(store).toEqual({});
  });

  it('move to the tab that adopts them, so that a third does not', () => {
    const { store, tab } = setUp();
    tab('a').save([say('1')]);
    tab('b').load();
    expect(Object.keys(store)).toEqual(['baton:demo:unsent:b']);
    expect(tab('b').load()).toEqual([say('1')]);
  });

  it('of two tabs do not overwrite each other', () => {
    const { tab } = setUp();
    const [one, two] = [tab('a'), tab('b')];
    one.save([say('1')]);
    two.save([say('2')]);
    one.save([say('1'), say('3')]);
    expect(tab('c').load()).toEqual([say('1'), say('3'), say('2')]);
  });

  it('of another site stay there', () => {
    const { store, tab } = setUp();
    createUnsent(
      createMemory(() => store, 'other'),
      'a',
    ).save([say('1')]);
    expect(tab('b').load()).toEqual([]);
    expect(Object.keys(store)).toEqual(['baton:other:unsent:a']);
  });

  it('that somebody else wrote there are not taken for ours', () => {
    const { memory, tab } = setUp();
    for (const foreign of [
      '{',
      '7',
      'null',
      '{"ref":"1"}',
      '[null,1,"x",{"ref":"1"},{"text":"x"}]',
    ]) {
      memory.set('unsent:a', foreign);
      expect(tab('b').load()).toEqual([]);
    }
  });
});
