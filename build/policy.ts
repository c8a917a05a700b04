/** Adds the content security policies of the two built pages; never in development, whose preamble is inline. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const MAIN_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
const CHARSET = /<meta charset="utf-8"\s*\/?>/i;

/** A source expression that allows exactly this inline text. Browsers hash it with line ends normalised. */
export const hashSource = (text: string): string =>
  `'sha256-${createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n')).digest('base64')}'`;

const list = (sources: readonly string[]): string =>
  sources.length === 0 ? "'none'" : sources.join(' ');

/** The inline scripts of a page, those with `src` left out. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(INLINE_SCRIPT)]
    .filter(([, attributes]) => !/\ssrc=/.test(attributes ?? ''))
    .map(([, , text]) => text ?? '');

/** Inline styles outside scripts: a script's text may mention a style tag. */
const inlineStyles = (html: string): string[] =>
  [...html.replaceAll(INLINE_SCRIPT, '').matchAll(INLINE_STYLE)].map(([, text]) => text ?? '');

/** The policy of the one-file page: its own inline scripts and styles by hash, and nothing else. */
export const embedPolicy = (html: string): string =>
  [
    "default-src 'none'",
    `script-src ${list(inlineScripts(html).map(hashSource))}`,
    `style-src ${list(inlineStyles(html).map(hashSource))}`,
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Puts the policy straight after the charset, before anything it governs. */
export const withPolicy = (html: string, policy: string): string => {
  if (!CHARSET.test(html)) throw new Error('policy: the page has no <meta charset="utf-8">');
  return html.replace(
    CHARSET,
    (charset) =>
      `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
};

const assertNothingInline = (html: string, file: string): void => {
  if (inlineScripts(html).length > 0 || inlineStyles(html).length > 0 || /\sstyle="/.test(html)) {
    throw new Error(`${file}: an inline script or style, which its policy would block`);
  }
};

const assertSelfContained = (html: string, file: string): void => {
  const outside = /<(?:script|link|img)\b[^>]*\s(?:src|href)="(?!data:)([^"]*)"/.exec(
    html.replaceAll(INLINE_SCRIPT, (tag, attributes: string) =>
      /\ssrc=/.test(attributes) ? tag : '',
    ),
  );
  if (outside !== null) throw new Error(`${file}: not one file, it still loads ${outside[1]}`);
};

/** Runs after every other plugin, the single-file plugin among them: a hash taken earlier would be of an empty script. */
export const policyPlugin = (page: 'main' | 'embed'): Plugin => ({
  name: 'seeing-attention:policy',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.html')) continue;
        const html = String(asset.source);
        const check = page === 'main' ? assertNothingInline : assertSelfContained;
        check(html, asset.fileName);
        asset.source = withPolicy(html, page === 'main' ? MAIN_POLICY : embedPolicy(html));
      }
    },
  },
});
