/** The modules that the build fills with typeset formulas (build/formulas.ts). */
declare module 'virtual:formulas' {
  /** From a TeX string listed in src/walkthrough/formulas.ts to one `<math>` element. */
  export const formulas: Readonly<Record<string, string>>;
}

/** The same for readers of the column convention; formulas that are the same for them are left out. */
declare module 'virtual:formulas/columns' {
  /** From a TeX string listed in src/walkthrough/formulas.ts to one `<math>` element. */
  export const columnFormulas: Readonly<Record<string, string>>;
}
