/** A second origin for the embed's tests: a blog post with one iframe, which keeps every message it gets in `window.messages`. */
import { runOrExit, serve, stopWith } from '../../../scripts/lib/server.ts';
import { blogPort } from './origins.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The iframe resizes itself by the embed's `height` messages, as embed.js does. */
const post = (source: string, sandbox: string | null): string => `<!doctype html>
<meta charset="utf-8" />
<link rel="icon" href="data:," />
<title>A blog post</title>
<p>Before the figure.</p>
<iframe ${sandbox === null ? '' : `sandbox="${escape(sandbox)}"`} width="100%" height="400"></iframe>
<p>After the figure.</p>
<script>
  window.messages = [];
  const frame = document.querySelector('iframe');
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow) return;
    window.messages.push(event.data);
    if (event.data?.type === 'height') frame.height = String(event.data.height);
  });
  const source = ${JSON.stringify(source).replaceAll('<', String.raw`\u003c`)};
  if (source !== '') frame.src = source;
</script>
`;

await runOrExit(async () => {
  const servers = await serve((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8' });
    response.end(post(searchParams.get('src') ?? '', searchParams.get('sandbox')));
  }, blogPort);
  stopWith(servers);
});
