/** Titles and captions of the steps in Chinese: read in order, they tell the whole. Apart from the rest of the narration, which an embed does not show. */
import { gpt3 } from './facts.ts';

/** A title, and a line on how to read the picture. */
export interface StepTitle {
  readonly title: string;
  readonly caption: string;
}

const texts = {
  architecture: { title: '先找到注意力', caption: '自下而上读，接下来拆开标出的一块' },
  tokens: { title: '一个字，一行数', caption: '一行 = 字的向量 + 位置的向量' },
  'black-box': { title: '先看进和出', caption: 'X 进 O 出，形状不变，可以一层层叠' },
  weights: { title: '造 Q、K、V 的权重矩阵', caption: '同一批数，按列分给各个头' },
  projection: { title: '一行变出 Q、K、V', caption: 'X 的一行乘 W 的一列，得一格' },
  scores: { title: '拿 Q 去问每个 K', caption: '行提问，列被问，一格一个分数' },
  scale: { title: '别让分数散太开', caption: '都除以 {m:√d_k}：次序不变，差距变小' },
  softmax: { title: '把分数变成系数', caption: 'softmax 逐行算，每行加起来是一整份' },
  context: { title: '按系数把 V 加起来', caption: '系数大的，在新的一行里占得多' },
  'one-row': { title: '拆开一行看', caption: '每行 V 乘自己的系数，再竖着相加' },
  formula: { title: '一个头，一个公式', caption: '从里往外读：打分，缩放，系数，相加' },
  heads: { title: '几个头，左右拼起来', caption: '每个头各有系数，拼起来又一样宽' },
  mask: { title: '补上掩码：不看后面', caption: '前几步没遮；后面的分数填 −∞，系数得零' },
  prediction: { title: '最后一行猜下一个', caption: '末行走完这一层，给每个候选字打分' },
  'scale-up': { title: `放大到 ${gpt3.name}`, caption: '小点是我们，大点是它；刻度是对数' },
  roles: { title: '再走一遍：问与答', caption: 'q 逐个问 K，按系数把 V 带回来' },
  'cross-attention': { title: '问另一边的输入', caption: 'Q 来自一边，K、V 来自另一边' },
  parallel: { title: '所有行同时算', caption: '给定输入，各行互不等；循环网络一个等一个' },
} satisfies Readonly<Record<string, StepTitle>>;

/** The ids of the steps that have a text. */
export type NarrationId = keyof typeof texts;
export type Titles = Readonly<Record<NarrationId, StepTitle>>;

export const titles: Titles = texts;
