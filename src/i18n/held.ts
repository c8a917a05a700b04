/** What is said of a cell that only one of two states has; a file of its own, for the embed has no other words of what readers change. */

const onlyIn = {
  'zh-CN': (side: string) => `只有 ${side} 有`,
  en: (side: string) => `only in ${side}`,
} satisfies Record<string, (side: string) => string>;

export const onlyInOf = (language: keyof typeof onlyIn): ((side: string) => string) =>
  onlyIn[language];
