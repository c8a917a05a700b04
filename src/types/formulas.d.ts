/** The module that the build fills with typeset formulas (build/formulas.ts). */
declare module 'virtual:formulas' {
  /** From a TeX string listed in src/walkthrough/formulas.ts to one `<math>` element. */
  export const formulas: Readonly<Record<string, string>>;
}
