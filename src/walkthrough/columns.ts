/** The formulas of the walkthrough for readers of the column convention, in which every token is a column and a matrix acts from the left. Formulas that are not listed are the same. */
const formula = String.raw;

/** From the TeX of rows to the TeX of columns. */
export const columnFormulas: Readonly<Record<string, string>> = {
  [formula`S = (XW_Q)(MW_K)^{\mathrm T}`]: formula`S = (W_KM)^{\mathrm T}\,W_QX`,
  [formula`z_i = \sum_j A_{ij}\,v_j`]: formula`z_i = \sum_j A_{ji}\,v_j`,
  [formula`a_{ij} \propto \exp\bigl(q_i \cdot k_j / \sqrt{d_k}\bigr)`]: formula`a_{ji} \propto \exp\bigl(k_j \cdot q_i / \sqrt{d_k}\bigr)`,
  [formula`O = \bigl[\,Z_1 \cdots Z_h\,\bigr]\,W_O`]: formula`O = W_O\begin{bmatrix} Z_1 \\ \vdots \\ Z_h \end{bmatrix}`,
  [formula`\mathrm{Concat} = \bigl[\,Z_1 \cdots Z_h\,\bigr]`]: formula`\mathrm{Concat} = \begin{bmatrix} Z_1 \\ \vdots \\ Z_h \end{bmatrix}`,
  [formula`Z = \mathrm{softmax}\!\left(\dfrac{QK^{\mathrm T}}{\sqrt{d_k}}\right)V`]: formula`Z = V\,\mathrm{softmax}\!\left(\dfrac{K^{\mathrm T}Q}{\sqrt{d_k}}\right)`,
  [formula`p = \mathrm{softmax}(h\,U + b)`]: formula`p = \mathrm{softmax}(U\,h + b)`,
  [formula`F = \max(0, YW_1 + b_1)W_2 + b_2`]: formula`F = W_2\max(0, W_1Y + b_1) + b_2`,
  [formula`\ell = h\,U + b`]: formula`\ell = U\,h + b`,
  [formula`S = QK^{\mathrm T}`]: formula`S = K^{\mathrm T}Q`,
  [formula`A_{ij} = \dfrac{\exp\, s_{ij}}{\sum_l \exp\, s_{il}}`]: formula`A_{ij} = \dfrac{\exp\, s_{ij}}{\sum_l \exp\, s_{lj}}`,
  [formula`Z = AV`]: formula`Z = VA`,
  [formula`\htmlData{symbol=context}{Z} = \htmlData{symbol=weights}{\mathrm{softmax}}\!\left(\dfrac{\htmlData{symbol=q}{Q}\,\htmlData{symbol=k}{K^{\mathrm T}}}{\htmlData{symbol=scaled}{\sqrt{d_k}}}\right)\htmlData{symbol=v}{V}`]: formula`\htmlData{symbol=context}{Z} = \htmlData{symbol=v}{V}\,\htmlData{symbol=weights}{\mathrm{softmax}}\!\left(\dfrac{\htmlData{symbol=k}{K^{\mathrm T}}\,\htmlData{symbol=q}{Q}}{\htmlData{symbol=scaled}{\sqrt{d_k}}}\right)`,
  [formula`W = \bigl[\,W^1 \cdots W^h\,\bigr]`]: formula`W = \begin{bmatrix} W^1 \\ \vdots \\ W^h \end{bmatrix}`,
  [formula`Q = XW_Q`]: formula`Q = W_QX`,
  [formula`K = XW_K`]: formula`K = W_KX`,
  [formula`V = XW_V`]: formula`V = W_VX`,
};
