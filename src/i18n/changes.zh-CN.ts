/** The words of what readers change, in Chinese; a catalogue of its own, in the bundle of the changes. */

export const changes = {
  change: '改一改',
  title: '改一改',
  close: '关上',
  sentence: '句子',
  memory: '第二个输入',
  memoryHint: '交叉注意力用它。',
  count: (tokens: number, most: number) => `${tokens} / ${most} 个字`,
  cut: (most: number) => `只用得上前 ${most} 个字，空白和控制字符不算。`,
  empty: '至少要有一个字。',
  unknown: (tokens: string, stand: string) => `模型不认识${tokens}，用 ${stand} 代替。`,
  beyond: (contextLength: number) => `模型只学过 ${contextLength} 个位置，这句更长，不作预测。`,
  use: '用这句',
  own: '换回原句',
  cells: (count: number) =>
    count === 0
      ? '还没有改过的数。在画面上选 X 或参数里的一格，就能改它。'
      : `改过的数：${count} 个`,
  resetAll: '全部还原',
  resetTo: (value: string) => `还原成 ${value}`,
  resetCell: (cell: string) => `还原 ${cell}`,
  undo: '撤销',
  redo: '重做',
  startOver: '从头来',
  save: '存成文件',
  openFile: '打开文件',
  badFile: '这个文件不是本页存的，没有用上。',
  tooLong: '改动太多，链接装不下改过的数；请存成文件。',
  setTo: '改成',
  scrub: '在格子上左右拖，或直接键入。',
  less: '减 0.1',
  more: '加 0.1',
  before: (value: string) => `改动前 ${value}`,
  isNew: '改动前没有这一格',
  divisor: '除以',
  temperature: '温度',
  restored: '上次的改动还在。',
  waiting: '这个浏览器里存着上次的改动。',
  bringBack: '取回',
  forget: '不要了',
  refused: '浏览器不让保存，关掉页面后改动会丢。可以把它存成文件。',
  orientation: '一个词元排成',
  orientations: { rows: '一行', columns: '一列' },
  turn: (now: string, other: string) => `一个词元是${now}；改成${other}`,
  influence: '看它影响谁',
  depends: (count: number) => `${count} 格随它而变`,
  hold: '记作 A，与改动后的 B 对照',
  compare: '对照',
  release: '不再对照',
  differ: (count: number) => `A 与 B 有 ${count} 格不同`,
  restIsB: '画面是差，算式、条形和总和仍是 B 的。',
  marked: (count: number) => `${count} 格变了`,
  hideMarks: '不再标出',
  zoomBy: '放大：Ctrl + 滚轮，双指，或 + 键',
  said: {
    side: { a: '现在看的是 A。', b: '现在看的是 B。', diff: '现在看的是差：B − A。' },
    tokens: (tokens: string) => `句子是${tokens}。`,
    cell: (cell: string, before: string, now: string) => `${cell} 从 ${before} 变成 ${now}。`,
    changed: (count: number) => (count === 0 ? '没有别的数跟着变。' : `跟着变的数有 ${count} 个。`),
  },
};

/** By itself: the embed can be enlarged, but not changed. */
export const zoom = {
  zoom: '放大',
  larger: '放大',
  smaller: '缩小',
  whole: '全图',
};

export type ZoomTexts = typeof zoom;
export type ChangesTexts = typeof changes;
