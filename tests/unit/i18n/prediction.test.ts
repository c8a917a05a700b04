/** What is said of a prediction follows from how the model is used: as it was trained, otherwise, or beyond its context. */
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/i18n/facts.ts';
import { narration as en } from '../../../src/i18n/narration.en.ts';
import { narration as zh } from '../../../src/i18n/narration.zh-CN.ts';
import { example, visible } from './samples.ts';

describe('what is said of a prediction', () => {
  const say = (facts: Partial<Facts>): [string, string] => {
    const given = { ...example, ...facts };
    return [zh.prediction.body(given).join(''), en.prediction.body(given).join('')];
  };

  test('used as it was trained: whose training it was, and nothing against the ranking', () => {
    const [chinese, english] = say({});
    expect(chinese).toContain('训练出来的');
    expect(english).toContain('were trained');
    for (const text of [chinese, english])
      expect(text).not.toMatch(/随机|random|不说明|means nothing|从没|never|离开|outside/);
  });

  test('after one’s own training: how many steps it took', () => {
    const [chinese, english] = say({ ownSteps: 257 });
    expect(chinese).toMatch(/你.*257 步/);
    expect(english).toMatch(/your own.*257 steps/);
  });

  test('before any step of one’s own: random, and the ranking means nothing', () => {
    const [chinese, english] = say({ ownSteps: 0, departures: ['untrained'] });
    expect(chinese).toMatch(/随机数.*一步也没训练.*不说明任何问题/);
    expect(english).toMatch(/random, not one step.*means nothing/);
  });

  test.each([
    ['heads', /头数/, /number of heads/i],
    ['attention-off', /注意力关着/, /attention off/i],
    ['head-off', /头 2 关着/, /head 2 off/i],
    ['positions-off', /位置关着/, /positions off/i],
    ['scaling', /缩放关着/, /scaling off/i],
    ['mask', /掩码关着/, /mask off/i],
    ['rescaled', /缩放不同/, /another scaling/i],
    ['edited', /有数字改过/, /numbers changed/i],
    ['unknown', /不认识的字/, /characters unknown to the model/i],
  ] as const)(
    'departed from its training by %s: names it and says so',
    (departure, zhName, enName) => {
      const [chinese, english] = say({
        departures: [departure],
        headsOff: [2],
        scaled: departure !== 'scaling',
      });
      expect(chinese).toMatch(zhName);
      expect(english).toMatch(enName);
      expect(chinese).toMatch(/从没这样训练过.*离开训练时的条件/);
      expect(english).toMatch(/was never trained like this.*outside its training/);
    },
  );

  test('departed in two ways: names both', () => {
    const [chinese, english] = say({
      departures: ['head-off', 'scaling'],
      headsOff: [1, 3],
      scaled: false,
    });
    expect(chinese).toContain('头 1、3 关着，缩放关着');
    expect(english).toContain('Heads 1, 3 off, scaling off');
  });

  test('departed in every way at once: still as short as a paragraph may be', () => {
    const facts: Facts = {
      ...example,
      nHeads: 9,
      departures: ['heads', 'head-off', 'positions-off', 'scaling', 'mask'],
      headsOff: [1, 2, 3, 4, 5, 6, 7, 8],
      prediction: [{ token: '具', probability: 0.998 }],
    };
    const lengthOf = (text: string): number => visible(text, facts.tokens).length;
    for (const text of zh.prediction.body(facts)) expect(lengthOf(text)).toBeLessThanOrEqual(90);
    for (const text of en.prediction.body(facts)) expect(lengthOf(text)).toBeLessThanOrEqual(250);
  });

  test('departed: does not praise the first as likely', () => {
    const praise = /没有悬念|合起来|一半|hardly|together|half/;
    for (const text of say({ departures: ['scaling'] })) expect(text).not.toMatch(praise);
  });

  test('beyond the context: says how far it goes and names no prediction', () => {
    const tokens = Array.from('我有一个玩我有一个玩我有一个');
    const [chinese, english] = say({ tokens, departures: ['length'] });
    expect(chinese).toMatch(/14 个词元.*12 个.*不作预测/);
    expect(english).toMatch(/14 tokens.*12.*no prediction/);
    for (const text of [chinese, english]) expect(text).not.toMatch(/具|34%/);
  });

  test('what outweighs comes first: too long before random before departed', () => {
    const tokens = Array.from('我有一个玩我有一个玩我有一个');
    const departures = ['untrained', 'head-off', 'length'] as const;
    expect(say({ tokens, departures, headsOff: [2], ownSteps: 0 })[0]).toContain('不作预测');
    const [chinese] = say({ departures: ['untrained', 'head-off'], headsOff: [2], ownSteps: 0 });
    expect(chinese).toContain('一步也没训练');
  });
});
