/** Beginnings in pairs: as long as each other and with the same last character, yet something else follows. */

export interface Prompt {
  readonly text: string;
  /** The character that follows it in the corpus. */
  readonly next: string;
}

const prompt = (text: string, next: string): Prompt => ({ text, next });

/** The page's own sentence. */
export const ownPrompt = prompt('我有一个玩', '具');

/** Only what stands before the last character tells the two of a pair apart. */
export const promptPairs: readonly (readonly [Prompt, Prompt])[] = [
  [ownPrompt, prompt('我们一起玩', '游')],
  [prompt('我和小狗玩', '球'), prompt('我去公园玩', '吧')],
  [prompt('小猫爱吃', '鱼'), prompt('小狗爱吃', '肉')],
  [prompt('我早上吃', '早'), prompt('我晚上吃', '晚')],
  [prompt('爸爸爱喝', '茶'), prompt('妈妈爱喝', '水')],
  [prompt('我在公园看', '花'), prompt('我在家里看', '书')],
  [prompt('夏天很', '热'), prompt('冬天很', '冷')],
  [prompt('天上的云很', '白'), prompt('海里的水很', '蓝')],
];
