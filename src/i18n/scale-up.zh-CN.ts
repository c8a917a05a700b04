/** The words of the step `scale-up` in Chinese; a catalogue of its own, so that only its scene's bundle holds them. */

export const scaleUp = {
  // The costs
  inputs: '换一组大小',
  tokens: '词元',
  dimensions: '维度',
  heads: '头数',
  layers: '层数',
  numberKind: '每个数',
  reset: (name: string) => `回到 ${name}`,
  measure: '实测速度',
  measuring: '测量中…',
  notMeasured: (symbol: string) => `${symbol}：本页每秒的乘法次数，还没测`,
  measured: (symbol: string, rate: string) => `${symbol} = 每秒 ${rate} 次乘法，本页刚测得`,
  outOfRange: (name: string, least: string, most: string) =>
    `${name}：填 ${least} 到 ${most} 的整数`,
  headsMustDivide: '头数要能整除维度',
  quantities: {
    weightCells: 'A 的格数',
    parameters: '四个 W 的参数',
    projections: '四次投影的乘法',
    attention: 'QKᵀ 与 A·V 的乘法',
    weightBytes: 'A 的字节',
    parameterBytes: '参数的字节',
    seconds: '在本页算完要',
  },
  days: (count: string) => `${count} 天`,
  ours: '本页的模型',
  dense: (name: string) => `${name}，每层算满、不计掩码`,
  filledIn: '填入的模型',

  // The map
  mapName: (n: string) => `${n}×${n} 的注意力系数图，带因果掩码`,
  mapKeys: '方向键选格，加减号缩放，拖动平移，Ctrl + 滚轮缩放',
  computed: (rows: string, n: string) => `已算 ${rows} / ${n} 行`,
  cancel: '取消',
  again: '重新算',
  zoomIn: '放大',
  zoomOut: '缩小',
  whole: '全图',
  pointAt: '指向或点一格，看它的系数',
  weightAt: (row: string, col: string, value: string) => `行 ${row}，列 ${col}：${value}`,
  blockedAt: (row: string, col: string) => `行 ${row}，列 ${col}：被掩码挡住`,
  notComputed: (row: string) => `行 ${row}：还没算`,
  shown: (rows: string, cols: string) => `看到：行 ${rows}，列 ${cols}`,
  logarithmic: '深浅按对数；更小的和挡住的留白',
  pooled: (side: string) => `一点是 ${side}×${side} 格的平均`,
  single: '一格就是一个系数',
  perMille: '格里的数：千分之几',
  madeOf: (dK: string) => `一个头，q 和 k 由种子随机生成，dₖ = ${dK}，不是 GPT-3 的`,
};

export type ScaleUpTexts = typeof scaleUp;
