/** Playwright's `test`, failing by itself on page errors, console errors, policy violations and requests to any other host. */
import { test as base } from '@playwright/test';
import { blogOrigin, siteOrigin } from './origins.ts';

export { expect } from '@playwright/test';

const OWN_ORIGINS: ReadonlySet<string> = new Set([siteOrigin, blogOrigin]);
const LOCAL_PROTOCOLS: ReadonlySet<string> = new Set(['data:', 'blob:', 'file:', 'about:']);

const isOwn = (address: string): boolean => {
  const url = new URL(address);
  return LOCAL_PROTOCOLS.has(url.protocol) || OWN_ORIGINS.has(url.origin);
};

interface Fixtures {
  /** What went wrong so far, in words. A test about a failure takes the lines it expects out again. */
  readonly problems: string[];
}

export const test = base.extend<Fixtures>({
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      context.on('weberror', (error) => problems.push(`page error: ${error.error().message}`));
      context.on('console', (message) => {
        if (message.type() !== 'error') return;
        problems.push(`console error: ${message.text()} (${message.location().url})`);
      });
      context.on('request', (request) => {
        if (!isOwn(request.url())) problems.push(`request to another host: ${request.url()}`);
      });
      // Runs in every frame, sandboxed ones too, where only the console gets out.
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(
            `policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
          );
        });
      });
      await use(problems);
      base.expect(problems, 'errors, violations and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
});
