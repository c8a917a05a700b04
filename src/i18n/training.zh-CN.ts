/** The training room's words in Chinese; a catalogue of its own, so that only who enters the room fetches it. */

export const training = {
  title: '训练室',
  lead: '参数从随机数开始。每走一步，模型把全部句子读一遍，看自己猜错多少，再把每个参数朝猜得更准的方向挪一点。',
  back: '回到讲解',
  backToPrediction: '回到预测',

  // Driving
  controls: '训练',
  start: '开始',
  resume: '继续',
  pause: '暂停',
  step: '单步',
  reset: '重来',
  seed: '种子',
  nextSeed: '换一个种子',
  learningRate: '学习率',
  progress: (step: number, steps: number) => `第 ${step} 步，共 ${steps} 步`,
  finished: '训练完成',
  failed: '训练在这个浏览器里跑不起来；页面其余部分照常可用。',

  // What it learns
  loss: '平均损失',
  nat: 'nat',
  stepsAxis: '步',
  floor: '语料的熵：再好的模型也低不过它',
  floorWithoutContext: '只看最后一个字，最低到这里',
  lossLabel: (loss: string, step: number) => `损失曲线：第 ${step} 步，平均损失 ${loss} nat`,
  attention: '注意力系数',
  headName: (head: number) => `头 ${head}`,
  patternLabel: (head: number) => `头 ${head} 的注意力系数，行提问，列被问`,
  rowsAsk: '行提问，列被问',
  prompt: '给它一个开头',
  promptHint: (most: number) => `最多 ${most} 个字；不认识的字按 □ 读`,
  unknown: (characters: string) => `不认识：${characters}，按 □ 读`,
  guesses: '下一个字',
  pairs: '末字相同，前文不同',
  pairsHint: '点一个开头试试',
  expected: (token: string) => `语料里接着的是“${token}”`,

  // The corpus
  corpus: '语料',
  corpusCount: (sentences: number, tokens: number) => `${sentences} 句，${tokens} 种词元`,
  corpusHint: (characters: number) => `一行一句，每句最多 ${characters} 个字；□ 代表生字。`,
  use: '用这些句子重新训练',
  restore: '恢复我们的语料',
  usable: (sentences: number, tokens: number) => `能用 ${sentences} 句，${tokens} 种词元`,
  empty: '没有一句能用：请至少写一句。',
  cut: (most: number) => `文字太长，只读前 ${most} 个字符。`,
  strangers: (characters: string, most: number) =>
    `不同的字太多（最多 ${most} 种），这些按生字 □ 处理：${characters}`,
  skipped: (line: number, flaw: string) => `第 ${line} 行没有用：${flaw}`,
  moreSkipped: (count: number) => `还有 ${count} 行没有用。`,
  flaws: {
    'too-long': (most: number) => `超过 ${most} 个字`,
    'end-inside': () => '句号只能在句末',
    'space-inside': () => '中间有空格',
    invisible: () => '有看不见的字符',
    repeated: () => '前面已有同一句',
    'too-many': (_most: number, sentences: number) => `最多 ${sentences} 句`,
  },

  // Taking it home
  adopt: '用作本页的参数',
  adoptHint: '参数先四舍五入到 0.01，讲解里的每一步都改用它们。',
  adopted: (steps: number) => `本页现在用的是你训练了 ${steps} 步的参数。`,
  ours: '本页现在用的是我们训练的参数。',
  backToOurs: '换回我们的参数',
};

export type TrainingTexts = typeof training;
