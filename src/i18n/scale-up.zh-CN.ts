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
};

export type ScaleUpTexts = typeof scaleUp;
