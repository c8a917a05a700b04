/** What the blocks of the figure do, in the step `architecture`. */
export const figure = {
  blocks: {
    embedding: '把每个词元换成一行数：它自己的向量，加上它所在位置的向量。',
    selfAttention: '输入里的每个词元都问所有词元，前面后面都看。',
    maskedAttention:
      '每个词元问自己和前面的词元，按回答混成新的一行。几个头各问各的，结果再拼起来。',
    crossAttention: '提问的来自解码器，被问和回答的来自编码器的输出。',
    addNorm: '把这一块的输入加回它的输出，再把每一行归一化。',
    feedForward: '每一行各自走过同一个小网络：变宽，过 ReLU，再变回来。行与行不来往。',
    output: '线性层给词表里每个词元打分，softmax 变成概率。',
    queries: 'X 乘上学来的参数：每个词元要问什么。每个头用其中几列。',
    keys: 'X 乘上学来的参数：每个词元供别人来问的一面。',
    values: 'X 乘上学来的参数：每个词元被问到时给出的回答。',
    oneHead: 'Q 问 K，得到一张系数表，再按系数把 V 加起来。每个头有自己的表。',
    concat: '几个头的结果左右拼起来，又和输入一样宽。',
    outputProjection: '再乘一个矩阵，把几个头混合起来。',
    scores: '每行提问和每行被问逐项相乘再相加：行提问，列被问。',
    scale: '分数除以头宽的平方根：不除的话，头越宽散得越开。',
    mask: '后面的词元不许用：它们的分数换成 −∞，softmax 之后就是零。',
    softmax: '每一行分数变成一行系数，合成一份。',
    context: '按系数把 V 的各行加起来：每个词元得到新的一行。',
  } as Record<string, string>,
  chooseBlock: '点一块：它做什么，在我们的计算里是哪几站。',
  notInPipeline: '只留解码器的模型没有这一块，我们的也没有。',
  toStep: (number: number, title: string): string => `第 ${number} 步：${title}`,
  blockCard: '选中的一块',
  zoomIn: '看它里面',
  zoomOut: '回到外面',
  close: '关上',
};

export type FigureTexts = typeof figure;
