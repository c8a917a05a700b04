/** The text of every step in Chinese; the source of the narration's type, which the other languages must satisfy. */
import { gpt3, paperYear, type Facts } from './facts.ts';
import { shape, tk } from './markup.ts';
import {
  asksEveryone,
  decimal,
  distinctTopKeys,
  maskedPart,
  percent,
  readRow,
  shareSize,
  someHeadLooksLater,
  topScoreIsLater,
  type RowReading,
  type ShareSize,
} from './measures.ts';
import { titles, type NarrationId, type StepTitle } from './titles.zh-CN.ts';
import { ui } from './ui.zh-CN.ts';

/** What a step says: a title, one or two paragraphs, a line on how to read the picture, and at times something to try. */
export interface StepText extends StepTitle {
  readonly body: (f: Facts) => readonly string[];
  readonly hint?: string;
}

const sizeWords: Readonly<Record<ShareSize, string>> = {
  all: '几乎是全部',
  most: '是大部分',
  'over half': '超过一半',
  'about half': '约一半',
  part: '比别的都多',
};

const chanceWords: Readonly<Record<ShareSize, string>> = {
  all: '几乎没有悬念',
  most: '比其余合起来还多',
  'over half': '比其余合起来还多',
  'about half': '约一半',
  part: '不到一半',
};

/** One clause on the largest weight in the query's row. */
const largestShare = (f: Facts): string => {
  const top = tk(f.topKey);
  const share = percent(f.topShare);
  const clauses: Partial<Record<RowReading, string>> = {
    'only itself': `${tk(f.query)}只能用自己，份额全归它`,
    later: '份额最大的一格在对角线右上方，属于后面的词元，掩码会挡住它',
    even: `各词元分得相差不大，最多的${top}占 ${share}`,
  };
  const reading = readRow(f);
  return clauses[reading] ?? `${top}占 ${share}，${sizeWords[reading as ShareSize]}`;
};

/** The same where the reader may set the row by hand: its numbers need not be shares, so only the largest is told. */
const largestCoefficient = (f: Facts): string => {
  const reading = readRow(f);
  if (reading === 'only itself') return `${tk(f.query)}只能用自己`;
  if (reading === 'later') return '系数最大的是后面的词元，掩码会挡住它';
  return `系数最大的是${tk(f.topKey)}：${decimal(f.topShare)}`;
};

/** "头 2 里，", or nothing where there is one head only. */
const inHead = (f: Facts): string => (f.nHeads > 1 ? `头 ${f.head} 里，` : '');

const headCut = (f: Facts): string =>
  f.nHeads === 1
    ? `现在不分头：每个权重矩阵都是完整的 ${shape(f.dModel, f.dModel)}。`
    : `现在分给 ${f.nHeads} 个头：每个头各拿 ${shape(f.dModel, f.dK)} 的一份，一共 ${3 * f.nHeads} 块。`;

const scaling = (f: Facts): string =>
  f.scaled
    ? `除以 {m:√d_k} 把它收回来：标准差从 ${decimal(f.scoreSpread)} 变成 ${decimal(f.scaledSpread)}。`
    : `缩放现在关着，分数原样往下走，标准差是 ${decimal(f.scoreSpread)}。`;

const headsReading = (f: Facts): string => {
  const row = tk(f.query);
  if (f.nHeads === 1) return '现在没有分头，只有一张系数图。';
  if (someHeadLooksLater(f))
    return `${row}这一行里，有的头把最大的系数给了后面的词元，掩码会挡住它。`;
  if (f.nHeads > 4)
    return `${row}这一行里，${f.nHeads} 个头的最大系数落在 ${distinctTopKeys(f)} 个不同的词元上。`;
  const list = f.heads.map((h, i) => `头 ${i + 1} 是${tk(h.topKey)}（${percent(h.topShare)}）`);
  return `${row}这一行里系数最大的词元：${list.join('，')}。`;
};

const blocked = (f: Facts): string => {
  if (f.tokens.length < 2) return '这里只有一个词元，没有什么可挡。';
  const effect = f.maskChangesPrediction
    ? '掩码会改变这里的预测。'
    : '本来就能用全部词元，模型又只有一层，所以掩码不改变预测。';
  return `${tk(1)}这一行只能用${tk(0)}和${tk(1)}。最后一行${tk(f.tokens.length - 1)}${effect}`;
};

/** "头 2 关着，位置关着". */
const departuresSaid = (f: Facts): string =>
  f.departures
    .map((departure) =>
      departure === 'head-off' ? `头 ${f.headsOff.join('、')} 关着` : ui.departures[departure],
    )
    .join('，');

const ranking = (f: Facts): string => {
  const [first] = f.prediction;
  const name = first ? `“${first.token}”` : '谁';
  const share = first ? `（${percent(first.probability)}）` : '';
  const chance = first ? `，${chanceWords[shareSize(first.probability)]}` : '';
  if (f.departures.includes('length'))
    return `句子有 ${f.tokens.length} 个词元，模型学过的位置只到第 ${f.contextLength} 个，所以不作预测；注意力照样算得出。`;
  if (f.departures.includes('untrained'))
    return `参数还是随机数，一步也没训练：${name}排第一${share}不说明任何问题。`;
  if (f.departures.length > 0)
    return `${departuresSaid(f)}，模型从没这样训练过：${name}排第一${share}，只说明离开训练时的条件会怎样。`;
  const whose = f.ownSteps === null ? '训练出来的' : `你在训练室里训练 ${f.ownSteps} 步得来的`;
  return `参数是${whose}：${name}排第一${share}${chance}。`;
};

export type Narration = Readonly<Record<NarrationId, StepText>>;

export const narration: Narration = {
  architecture: {
    ...titles.architecture,
    body: () => [
      `这是 ${paperYear} 年论文里的结构：左半是编码器，右半是解码器。GPT 一类语言模型只留右半，连中间的交叉注意力也去掉。`,
      `标出的是带掩码的多头注意力，其余是残差相加、归一化和前馈网络。原图在每块之后归一化，${gpt3.name} 放在每块之前。`,
    ],
  },
  tokens: {
    ...titles.tokens,
    body: (f) => [
      `这里一个字就是一个词元，写成 {m:d_model} = ${f.dModel} 个数（${gpt3.name} 用 ${gpt3.dModel} 个）。${f.tokens.length} 个词元按顺序排成 {m:X}，形状 ${shape(f.tokens.length, f.dModel)}。`,
      `每一行由两个向量相加：字本身的 {m:E}，和位置的 {m:P}。少了 {m:P}，又没有掩码，调换字序就只是调换各行。`,
    ],
    hint: '实心为正，空心为负；颜色越浓，绝对值越大。',
  },
  'black-box': {
    ...titles['black-box'],
    body: (f) => [
      `先不拆开看：{m:X} 是 ${shape(f.tokens.length, f.dModel)}，经过多头注意力，得到的 {m:O} 还是 ${shape(f.tokens.length, f.dModel)}。行还是那些词元，数已经带上了别的词元的消息。`,
      `形状不变有两个用处：结果能与 {m:X} 相加，也能直接送进下一层。${gpt3.name} 这样叠了 ${gpt3.nLayers} 层；我们只有一层，下面把它反复叠上去。`,
    ],
  },
  weights: {
    ...titles.weights,
    body: (f) => [
      `{m:W_Q}、{m:W_K}、{m:W_V} 各有 ${f.dModel} 行，因为 {m:X} 有 ${f.dModel} 列，两者要能相乘。列数可以另选，通常让各头的列数合起来仍是 ${f.dModel}。`,
      `${headCut(f)}怎么切都可以，每个矩阵的 ${f.dModel * f.dModel} 个数不增不减。`,
    ],
    hint: '换头数是为了看切法；预测只在训练时的头数下才有意义。',
  },
  projection: {
    ...titles.projection,
    body: (f) => [
      `取 {m:X} 的一行、{m:W_Q} 的一列，逐项相乘再相加，共 ${f.dModel} 项，就是 {m:Q} 的一格。{m:K}、{m:V} 算法相同，只是换了权重矩阵。`,
      `看十字线：乘积里${tk(f.query)}的那一行，只用到 {m:X} 里${tk(f.query)}的那一行。到这一步，词元之间还没有来往。`,
    ],
  },
  scores: {
    ...titles.scores,
    body: (f) => [
      f.key === null
        ? `每个词元都用自己的 {m:q} 去问所有的 {m:k}：对应的数相乘再相加，共 ${f.dK} 项，就是一个分数。`
        : `${tk(f.query)}这一行问${tk(f.key)}这一列：${tk(f.query)}的 {m:q} 与${tk(f.key)}的 {m:k} 对应相乘再相加，共 ${f.dK} 项，就是这一格的分数。`,
      topScoreIsLater(f)
        ? `${inHead(f)}${tk(f.query)}这一行的最高分在对角线右上方，属于后面的词元，掩码会挡住它。分数可正可负，还不是份额。`
        : `${inHead(f)}${tk(f.query)}这一行的最高分落在${tk(f.topScoreKey)}列。分数可正可负，还不是份额。`,
    ],
  },
  scale: {
    ...titles.scale,
    body: (f) => [
      `一个分数是 {m:d_k} 个乘积的和，{m:d_k} 越大，分数散得越开。${scaling(f)}`,
      `散得太开，softmax 会把份额几乎全给一个词元，训练就很难推进。${
        f.dK === f.dModel
          ? `现在不分头，{m:d_k} 恰好等于词向量的维度 ${f.dK}。`
          : `{m:d_k} 是头的宽度 ${f.dK}，不是词向量的维度 ${f.dModel}。`
      }`,
    ],
    hint: '拖动 {m:d_k}，看除与不除的差别。',
  },
  softmax: {
    ...titles.softmax,
    body: (f) => [
      `先取指数：{m:s} 变成 {m:e^s}，负数也成了正数。再除以这一行的总和，得到注意力系数 {m:A}。每行加起来是整整一份，行末的 Σ 就是验算。`,
      `${inHead(f)}${tk(f.query)}这一行：${largestShare(f)}。`,
    ],
  },
  context: {
    ...titles.context,
    body: (f) => [
      `${tk(f.query)}的每个注意力系数乘上对应词元的 {m:v}，加起来就是${tk(f.query)}的上下文向量：{m:Z} 的一行，共 ${f.dK} 个数。`,
      `旁边的上下文条记着账，每一段的长度就是一个系数。${inHead(f)}${tk(f.query)}这一行：${largestShare(f)}。`,
    ],
  },
  'one-row': {
    ...titles['one-row'],
    body: (f) => [
      `${tk(f.query)}的上下文向量是这样合成的：{m:V} 的每一行先乘自己的系数，再逐列相加。${inHead(f)}${largestCoefficient(f)}。`,
      `拖动系数试试：越小，那一行留下的越少，到零就没有了。Σ 若不再是整整一份，这些数就不再是 softmax 的结果，可以按一下重新归一。`,
    ],
  },
  formula: {
    ...titles.formula,
    body: (f) => [
      `把前面几步连起来：{m:Q}{m:K^T} 给出分数，${f.scaled ? '除以 {m:√d_k}，' : '（缩放现在关着，不除 {m:√d_k}）'}${f.causal ? '挡住后面的词元，' : ''}逐行 softmax 成系数，再乘 {m:V}。一个头做的就是这些。`,
      '点一个符号，它的矩阵就亮；点一个矩阵，它的符号就亮。论文给它的名字是“缩放点积注意力”。',
    ],
  },
  heads: {
    ...titles.heads,
    body: (f) => [
      `每个头用自己的权重矩阵，所以各有一张系数图。${headsReading(f)}`,
      `各头的 {m:Z} 左右拼接，回到 ${shape(f.tokens.length, f.dModel)}，再乘输出矩阵 {m:W_O} 得到 {m:O}。拼接只是挨着放，有了 {m:W_O}，各头的结果才混到一起。`,
    ],
  },
  mask: {
    ...titles.mask,
    body: (f) => [
      '要猜下一个字，就不能先看到它。掩码把对角线右上方的分数换成 −∞，softmax 之后那里是零，剩下的份额仍合成整整一份。',
      blocked(f),
    ],
  },
  prediction: {
    ...titles.prediction,
    body: (f) => [
      `取 {m:O} 的最后一行${tk(f.tokens.length - 1)}：加上 {m:X}，归一化成 {m:Y}；过前馈网络，再相加、归一化成 {m:H}；输出层给词表里 ${f.vocabularySize} 个词元打分，softmax 成概率。`,
      ranking(f),
    ],
  },
  'scale-up': {
    ...titles['scale-up'],
    body: (f) => [
      `这里有 ${f.tokens.length} 个词元、${f.dModel} 维、${f.nHeads} 个头，只有一层，共 ${f.parameters} 个参数。${gpt3.name} 有 ${gpt3.contextLength} 个词元、${gpt3.dModel} 维、${gpt3.nHeads} 个头、${gpt3.nLayers} 层。`,
      `这里假定每层都算全部格子。其实 ${gpt3.name} 让完整的层与只算一条带的层交替；掩码又能省下格子的${sizeWords[shareSize(maskedPart(gpt3.contextLength))]}。`,
    ],
  },
  roles: {
    ...titles.roles,
    body: (f) => [
      `看${tk(f.query)}这一行：{m:q} 是它提的问题，顺着 {m:K} 一行行问下去，${asksEveryone(f) ? '每个词元都问到' : '问到自己为止，后面的被掩码挡住'}；问一行得一个分数，分数一起化成份额；问过的各行把 {m:v} 按份额缩小，带回来相加。`,
      '{m:K} 管各给多少，{m:V} 管给的是什么。两者出自同一批词元，却用不同的权重矩阵。问与答是个比方，里面只有算术。',
    ],
  },
  'cross-attention': {
    ...titles['cross-attention'],
    body: (f) => [
      `{m:Q}、{m:K}、{m:V} 出自同一个输入，叫自注意力；{m:Q} 来自 {m:X}，{m:K}、{m:V} 来自另一个输入 {m:M}，叫交叉注意力。这里 ${f.crossQueries} 行问 ${f.nMemory} 行，分数是 ${shape(f.crossQueries, f.nMemory)}。`,
      '在公开的 Stable Diffusion 里，图像出 {m:Q}，文字出 {m:K} 和 {m:V}：画面的每一处去问提示词。两边容易记反，切换方向对照一下。',
    ],
  },
  parallel: {
    ...titles.parallel,
    body: (f) => [
      `注意力的各行互不等待，${f.tokens.length} 行可以同时算。循环网络要等前一个词元算完，才能算下一个：${f.tokens.length} 个词元，就要先后走 ${f.tokens.length} 步。`,
      `代价是分数的格数随长度的平方增长，这里是 ${shape(f.tokens.length, f.tokens.length)}。同时算的好处在训练时；一个字一个字往外写时，仍然要排队。`,
    ],
  },
};
