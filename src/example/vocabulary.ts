/** The characters the example model can read and predict; a token's id is its place in this list. */

/** What stands in for a character the model does not know. */
export const unknownToken = '□';
/** The token that ends a sentence. */
export const endToken = '。';

export const vocabulary: readonly string[] = [
  unknownToken,
  endToken,
  ...'我有一个玩具球偶笑吧游戏你他她们去来在地上公园家里起和想要吃饭喝水看书听歌天气好很大小狗猫',
];

const ids: ReadonlyMap<string, number> = new Map(vocabulary.map((token, id) => [token, id]));

/** The id of a token; a character outside the vocabulary gets the unknown token's id. */
export const tokenId = (token: string): number => ids.get(token) ?? 0;
