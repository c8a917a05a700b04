/** The glossary in Chinese: one name for each thing, the same in the code, on the page and in the tests. */
import type { NarrationId } from './titles.zh-CN.ts';

/** A term: its name, with its symbol as a mark; what it is; the step that shows it. */
export interface GlossaryEntry {
  readonly name: string;
  /** The words by which the texts say it, besides its symbol: see `Form` in terms.ts. */
  readonly said?: readonly string[];
  readonly text: string;
  readonly step: NarrationId;
}

/** What a card and the list say besides the terms. */
export interface GlossaryWords {
  readonly shape: (shape: string) => string;
  readonly shapeInHead: (shape: string) => string;
  readonly count: (count: number) => string;
  readonly seeStep: (step: number, title: string) => string;
  readonly thisStep: string;
  readonly close: string;
  readonly find: string;
  readonly notFound: string;
}

const entries = {
  tokens: {
    name: '词元',
    said: ['词元'],
    text: '模型读写的最小单位；这里一个字就是一个词元。',
    step: 'tokens',
  },
  x: {
    name: '输入矩阵 {m:X}',
    said: ['输入矩阵'],
    text: '每行一个词元，是它的词向量与位置向量之和。',
    step: 'tokens',
  },
  dModel: {
    name: '维度 {m:d_model}',
    said: ['维度'],
    text: '一个词元用多少个数表示，也就是 {m:X} 的列数。',
    step: 'tokens',
  },
  memory: {
    name: '被关注的输入 {m:M}',
    said: ['被关注的输入'],
    text: '交叉注意力里，{m:K} 和 {m:V} 由它算出；自注意力里它就是 {m:X}。',
    step: 'cross-attention',
  },
  wq: {
    name: '权重矩阵 {m:W_Q}',
    text: '模型的参数，把词元变成查询；每个头占其中的几列。',
    step: 'weights',
  },
  wk: {
    name: '权重矩阵 {m:W_K}',
    text: '模型的参数，把词元变成键；每个头占其中的几列。',
    step: 'weights',
  },
  wv: {
    name: '权重矩阵 {m:W_V}',
    text: '模型的参数，把词元变成值；每个头占其中的几列。',
    step: 'weights',
  },
  wo: {
    name: '权重矩阵 {m:W_O}',
    text: '模型的参数，把拼接好的各头结果混合成输出。',
    step: 'heads',
  },
  q: {
    name: '查询 {m:Q}',
    said: ['查询'],
    text: '每行是一个词元的提问：{m:Q} = {m:X}{m:W_Q}。',
    step: 'projection',
  },
  k: {
    name: '键 {m:K}',
    text: '每行是一个词元被问时拿出来比对的数：{m:K} = {m:X}{m:W_K}。',
    step: 'projection',
  },
  v: {
    name: '值 {m:V}',
    text: '每行是一个词元交出来的内容：{m:V} = {m:X}{m:W_V}。',
    step: 'projection',
  },
  scores: {
    name: '分数 {m:S}',
    said: ['分数'],
    text: '一行查询与一行键逐项相乘再相加：{m:S} = {m:Q}{m:K^T}。行提问，列被问。',
    step: 'scores',
  },
  dK: {
    name: '头的宽度 {m:d_k}',
    said: ['头的宽度'],
    text: '一个头里查询和键各有多少个数；缩放时除以它的平方根。',
    step: 'scale',
  },
  scaled: {
    name: '缩放后 {m:S/√d_k}',
    said: ['缩放'],
    text: '分数除以 {m:√d_k}，不让 softmax 太早饱和。',
    step: 'scale',
  },
  masked: {
    name: '掩码后',
    said: ['掩码'],
    text: '不许用的位置换成 −∞，softmax 之后就是零。',
    step: 'mask',
  },
  weights: {
    name: '注意力系数 {m:A}',
    said: ['注意力系数', '系数'],
    text: '一行分数经 softmax 变成的份额，合起来是整整一份。',
    step: 'softmax',
  },
  context: {
    name: '上下文向量 {m:Z}',
    said: ['上下文向量'],
    text: '按注意力系数加起来的 {m:V}：{m:Z} = {m:A}{m:V}。',
    step: 'context',
  },
  head: {
    name: '头',
    said: ['多头', '(个)头', '(各)头'],
    text: '一套自己的权重矩阵和由它算出的注意力；各头并排计算，互不影响。',
    step: 'heads',
  },
  concat: {
    name: '拼接 {m:Concat}',
    said: ['拼接'],
    text: '把各头的上下文向量左右接成一行，宽度回到 {m:d_model}。',
    step: 'heads',
  },
  output: {
    name: '输出 {m:O}',
    text: '多头注意力的结果：拼接再乘 {m:W_O}，形状与 {m:X} 相同。',
    step: 'heads',
  },
  y: {
    name: '第一次相加归一 {m:Y}',
    text: '{m:X} 加上 {m:O}，逐行归一化。',
    step: 'prediction',
  },
  z: {
    name: '第二次相加归一 {m:H}',
    text: '{m:Y} 加上前馈网络的结果，逐行归一化；末行用来预测。',
    step: 'prediction',
  },
} satisfies Readonly<Record<string, GlossaryEntry>>;

export type TermId = keyof typeof entries;
export type Glossary = Readonly<Record<TermId, GlossaryEntry>>;

export const glossary: Glossary = entries;

export const glossaryWords: GlossaryWords = {
  shape: (shape) => `形状 ${shape}`,
  shapeInHead: (shape) => `每个头 ${shape}`,
  count: (count) => `现在 ${count} 个`,
  seeStep: (step, title) => `见第 ${step} 步：${title}`,
  thisStep: '这一步就在讲它',
  close: '关闭',
  find: '查找术语',
  notFound: '没有这样的术语。',
};
