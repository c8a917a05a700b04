/** Colours as people with a colour vision deficiency see them, and how far apart two colours look. */

export type Rgb = readonly [number, number, number];

export const kindsOfVision = ['normal', 'protan', 'deutan', 'tritan'] as const;
export type Vision = (typeof kindsOfVision)[number];

/** Complete dichromacy in linear RGB. Machado, Oliveira & Fernandes 2009, table of severity 1.0. */
const simulations: Readonly<Record<Exclude<Vision, 'normal'>, readonly Rgb[]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string): Rgb => {
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const times = (rows: readonly Rgb[], [r, g, b]: Rgb): Rgb =>
  rows.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Rgb;

const clipped = (colour: Rgb): Rgb =>
  colour.map((channel) => Math.min(1, Math.max(0, channel))) as unknown as Rgb;

/** OKLab coordinates of a linear colour. Ottosson 2020. */
const oklab = (colour: Rgb): Rgb => {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as unknown as Rgb;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
};

/** A `#rrggbb` colour in OKLab, as this kind of vision sees it. */
export const seenAs = (hex: string, vision: Vision): Rgb => {
  const colour = linear(hex);
  return oklab(vision === 'normal' ? colour : clipped(times(simulations[vision], colour)));
};

/** Distance in OKLab: 0.02 is just visible side by side, 0.08 cannot be missed. */
export const distance = (a: string, b: string, vision: Vision): number => {
  const [p, q] = [seenAs(a, vision), seenAs(b, vision)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};

/** Lightness in OKLab, what is left in print and in greyscale. */
export const lightness = (hex: string): number => seenAs(hex, 'normal')[0];
