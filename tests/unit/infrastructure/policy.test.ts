/** The policies that the build writes: hashes of exactly what is inline, nothing else. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embedPolicy, hashSource, withPolicy } from '../../../build/policy.ts';

const PAGE = `<!doctype html><head><meta charset="utf-8" /><style>p { color: red }</style>
<script type="module">console.log('<style>not a style</style>')</script></head>`;

describe('embedPolicy', () => {
  test('hashes every inline script and style, and a style tag inside a script is no style', () => {
    const policy = embedPolicy(PAGE);
    expect(policy).toContain(
      `script-src ${hashSource("console.log('<style>not a style</style>')")};`,
    );
    expect(policy).toContain(`style-src ${hashSource('p { color: red }')};`);
  });

  test('a page without styles allows none', () => {
    expect(embedPolicy('<script>1</script>')).toContain("style-src 'none';");
  });

  test('the hash is the one browsers compute', () => {
    expect(hashSource("alert('Hello, world.');")).toBe(
      "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
    );
  });
});

describe('withPolicy', () => {
  test('comes straight after the charset, before what it governs', () => {
    const html = withPolicy(PAGE, "default-src 'none'");
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
  });

  test('throws where the page has no charset to follow', () => {
    expect(() => withPolicy('<html></html>', '')).toThrow('charset');
  });
});

test('the sources of the two pages carry no policy: development needs an inline preamble', () => {
  for (const page of ['index.html', 'embed.html']) {
    const html = readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8');
    expect(html).not.toContain('Content-Security-Policy');
  }
});
