/** The checks of the layout themselves: each finds what is wrong with a made-up stage, and nothing where nothing is. */
import { faultsOf } from './support/faults.ts';
import { expect, test } from './support/test.ts';

/** A page with a stage of 200×100 that shows a cell with its number, a chip and a name. */
const pageOf = (drawn: string, beside = ''): string => `
  <style>
    body { margin: 0; --paper: #ffffff; --ink-2: #474d58; --ink-3: #686e7a; font: 12px sans-serif }
    svg { display: block }
  </style>
  <div data-stage style="width:200px;height:100px">
    <svg width="200" height="100">
      <g data-row="0"><rect x="10" y="10" width="40" height="40" fill="#33358c"/>
        <text x="18" y="34" fill="#ffffff">0.12</text></g>
      <rect x="60" y="10" width="40" height="40" fill="#dddddd"/>
      <text x="74" y="34" fill="#15181e">我</text>
      <text x="10" y="80" fill="#686e7a">Q 5×3</text>
      ${drawn}
    </svg>
  </div>${beside}`;

const ink = 'fill="#15181e"';

const cases: readonly (readonly [string, string, RegExp])[] = [
  ['a text beyond the edge', `<text x="190" y="80" ${ink}>beyond</text>`, /^outside: “beyond” by/],
  ['a shape beyond the edge', '<circle cx="196" cy="50" r="8" fill="red"/>', /^outside: <circle/],
  [
    'a stroke beyond the edge',
    '<rect x="150" y="1" width="20" height="20" fill="none" stroke="red" stroke-width="6"/>',
    /^outside: <rect/,
  ],
  ['two names that meet', `<text x="20" y="82" ${ink}>K</text>`, /^collide: “Q 5×3” × “K”/],
  ['a name over a number', `<text x="20" y="34" fill="#fff">K</text>`, /^collide: “0\.12” × “K”/],
  [
    'a shape over a name',
    '<rect x="12" y="70" width="20" height="12" fill="#ffffff"/>',
    /^covered: “Q 5×3” by <rect/,
  ],
  [
    'a frame through a name',
    '<rect x="20" y="60" width="60" height="30" fill="none" stroke="#000" stroke-width="3"/>',
    /^covered: “Q 5×3” by <rect/,
  ],
  [
    'a number on its way over a name',
    '<g data-ghosts><rect x="10" y="66" width="20" height="20" fill="#fff"/></g>',
    /^covered: “Q 5×3”/,
  ],
  ['a small text', `<text x="120" y="80" font-size="10" ${ink}>tiny</text>`, /^too small: “tiny”/],
  [
    'a faint text',
    '<text x="120" y="80" fill="#8a8f99">faint</text>',
    /^faint: “faint” 3\.\d\d of 4\.5/,
  ],
  [
    'a see-through text',
    `<text x="120" y="80" opacity="0.5" ${ink}>faint</text>`,
    /^faint: “faint” 3\.\d\d of 4\.5/,
  ],
  [
    'a quiet number that is too faint for a dimmed cell',
    `<g data-row="1"><rect x="110" y="10" width="40" height="40" fill="#b0b0b0"/>
      <text x="118" y="34" fill="#686e7a">0.34</text></g>`,
    /^faint: “0\.34” 2\.\d\d of 3\.5/,
  ],
  [
    'a number that runs onto its ring',
    `<g data-row="1"><circle cx="130" cy="30" r="15" fill="#fff" stroke="#222" stroke-width="6"/>
      <text x="112" y="34" ${ink}>−0.345</text></g>`,
    /^faint: “−0\.345” 1\.\d\d of 4\.5/,
  ],
  [
    'a value that is no number',
    '<g data-row="1" data-value="NaN"><rect x="110" y="10" width="9" height="9" fill="#ddd"/></g>',
    /^no number: [^]*NaN/,
  ],
];

test('nothing is wrong with a stage that is right', async ({ page }) => {
  await page.setContent(pageOf(''));
  expect(await faultsOf(page, 11)).toEqual([]);
});

test('what a dimmed cell and what a copy on its way may do is no fault', async ({ page }) => {
  const dimmed = `<g data-row="1"><rect x="110" y="10" width="40" height="40" fill="#dcdcdc"/>
    <text x="118" y="34" fill="#686e7a">0.34</text></g>`;
  const passing = `<g data-ghosts><rect x="20" y="12" width="40" height="36" fill="#ffffff"/>
    <text x="28" y="34" ${ink}>0.12</text></g>`;
  const haloed = `<g data-row="2"><circle cx="172" cy="30" r="15" fill="#fff" stroke="#222" stroke-width="6"/>
    <text x="154" y="34" ${ink} stroke="#fff" stroke-width="3" paint-order="stroke">−0.345</text></g>`;
  await page.setContent(pageOf(dimmed + passing + haloed));
  expect(await faultsOf(page, 11)).toEqual([]);
});

for (const [name, drawn, fault] of cases)
  test(`finds ${name}`, async ({ page }) => {
    await page.setContent(pageOf(drawn));
    expect(await faultsOf(page, 11)).toEqual([expect.stringMatching(fault)]);
  });

test('finds what lies under the stage, and a page that scrolls sideways', async ({ page }) => {
  await page.setContent(pageOf('', '<footer style="margin-top:-20px;width:3000px">below</footer>'));
  expect(await faultsOf(page, 11)).toEqual([
    'the page scrolls sideways',
    'the stage covers FOOTER null',
  ]);
});

test('asks more of a projector', async ({ page }) => {
  await page.setContent(pageOf(''));
  expect(await faultsOf(page, 24)).toEqual([
    'too small: “0.12” 12.0',
    'too small: “我” 12.0',
    'too small: “Q 5×3” 12.0',
  ]);
});
