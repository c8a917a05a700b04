/** What the server and the two built pages answer, before any of the walkthrough matters. */
import { createHash } from 'node:crypto';
import { siteOrigin } from './support/origins.ts';
import { expect, test } from './support/test.ts';

test('an unknown path answers 404 with the page that says so', async ({ request }) => {
  const response = await request.get(`${siteOrigin}/no/such/page`);
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('404');
});

test('files come with their type and may not be sniffed', async ({ request }) => {
  const page = await request.get(`${siteOrigin}/`);
  expect(page.headers()['content-type']).toMatch(/^text\/html/);
  expect(page.headers()['x-content-type-options']).toBe('nosniff');
  const icon = await request.get(`${siteOrigin}/favicon.svg`);
  expect(icon.headers()['content-type']).toBe('image/svg+xml');
});

test('nothing outside the built directory is served', async ({ request }) => {
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json']) {
    const response = await request.get(siteOrigin + path);
    expect(response.status(), path).toBe(404);
  }
});

const policyOf = (html: string): string =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

test('the main page allows scripts of its own host only, and has none inline', async ({
  request,
}) => {
  const html = await (await request.get(`${siteOrigin}/index.html`)).text();
  expect(policyOf(html)).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
  );
  expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
});

test('the embed is one file whose policy names its script and style by hash', async ({
  request,
}) => {
  const html = await (await request.get(`${siteOrigin}/embed.html`)).text();
  const script = /<script type="module"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(script.length).toBeGreaterThan(1000);
  expect(policyOf(html)).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src '[^']+'; img-src data: blob:; font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'$/,
  );
  expect(policyOf(html)).toContain(`script-src 'sha256-${hash}'`);
  expect(html).not.toMatch(/<(?:script|link)\b[^>]*(?:src|href)="(?!data:)/);
});
